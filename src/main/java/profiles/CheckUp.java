package profiles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import profiles.cli.Finding;
import profiles.data.Migrations;
import profiles.data.Pools;
import profiles.mail.NotDelivered;
import profiles.mail.SmtpCarrier;
import profiles.scan.Clamd;
import profiles.scan.NotScanned;

/** Looks at all that the service needs, also while it runs, and changes nothing: what is not there yet is not made by the wrong user. */
final class CheckUp {
    private static final Map<String, String> MENDS = Map.of(
        "DATABASE_URL", "Name a database that can be reached, with the DATABASE_USER and DATABASE_PASSWORD that it asks for.",
        "CLAMD_URL", "Start clamd there, or name the one that runs; until then no files are taken, unless CLAMD_OPTIONAL is true.",
        "MAIL_URL", "Name a mail server that can be reached, with a user and a password that it takes; until then mails wait.",
        "MEDIA_STORAGE", "Name a bucket or a container that is there, whose files these credentials may read, write, delete and list.",
        "MEDIA_ROOT", "Let the user who runs the service write there, or name another folder.");

    private final Config config;
    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    CheckUp(Config config, Settings settings) {
        this.config = config;
        this.settings = settings;
    }

    List<Finding> findings() {
        if (settings.fine()) findings.add(Finding.fine("The settings can be read."));
        if (settings.fine("MEDIA_ROOT")) media();
        if (config.media().store().onDisk() && !Preflight.anyName()) findings.add(Finding.wrong(Preflight.ASCII.split(": ")[0] + ".", "Start it with LC_ALL=C.UTF-8."));
        if (!config.media().store().onDisk() && new StoreTrial(config.media(), settings).run())
            findings.add(Finding.fine("Files are kept in " + config.media().store() + ", which is reached."));
        if (settings.fine("DATABASE_URL")) database();
        if (settings.fine("MAIL_URL")) mail();
        if (settings.fine("CLAMD_URL")) clamd();
        settings.wrong().forEach((name, why) ->
            findings.add(Finding.wrong(name + ": " + why + ".", MENDS.getOrDefault(name, "Correct this environment variable, or leave it out."))));
        return findings;
    }

    private void mail() {
        if (config.mail().toLog()) {
            findings.add(Finding.fine("Mail is written to the log; set MAIL_URL to send it."));
            return;
        }
        try {
            new SmtpCarrier(config.mail(), Clock.systemUTC()).greet();
            findings.add(Finding.fine("The mail server " + config.mail() + " is reached."));
        } catch (NotDelivered refused) {
            settings.wrong("MAIL_URL", "cannot use " + config.mail() + " (" + refused.getMessage() + ")");
        }
    }

    private void clamd() {
        if (!config.media().clamd().on()) {
            findings.add(Finding.fine("Files are not looked at for viruses; set CLAMD_URL to have that done."));
            return;
        }
        try {
            new Clamd(config.media().clamd()).greet();
            findings.add(Finding.fine("The scanner, " + config.media().clamd() + ", is reached."));
        } catch (NotScanned away) {
            settings.wrong("CLAMD_URL", away.getMessage());
        }
    }

    private void media() {
        var root = config.media().root();
        if (Files.exists(root)) new Preflight(config, settings).writeMedia();
        else if (!Files.isWritable(existing(root))) settings.wrong("MEDIA_ROOT", "cannot make " + root);
        if (settings.fine("MEDIA_ROOT"))
            findings.add(Finding.fine((config.media().store().onDisk() ? "Files" : "Files on their way") + " are kept in " + root + (Files.exists(root) ? "." : ", which the first start makes.")));
    }

    private static Path existing(Path path) {
        return Files.exists(path) ? path : existing(path.getParent());
    }

    private void database() {
        if (config.database().sqlite() && !Files.exists(Path.of(config.database().file()))) {
            var folder = existing(Path.of(config.database().file()).toAbsolutePath());
            if (Files.isWritable(folder)) findings.add(Finding.fine("The database " + config.database() + " is made by the first start."));
            else settings.wrong("DATABASE_URL", "cannot make " + config.database());
            return;
        }
        new Preflight(config, settings).openDatabase();
        if (settings.fine("DATABASE_URL")) findings.add(migrated());
    }

    private Finding migrated() {
        try (var pools = Pools.open(config.database())) {
            var missing = new Migrations(pools.writers(), config.database().sqlite()).missing();
            return missing.isEmpty() ? Finding.fine("The database " + config.database() + " is reached and up to date.")
                : Finding.wrong("The database " + config.database() + " lacks " + String.join(", ", missing) + ".",
                    "Run the command migrate, or start the service.");
        } catch (CannotStart newer) {
            return new Finding(false, newer.getMessage());
        }
    }
}

package profiles.startup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import profiles.antivirus.Clamd;
import profiles.antivirus.ScanFailedException;
import profiles.config.Config;
import profiles.config.Environment;
import profiles.config.StartupException;
import profiles.database.ConnectionPools;
import profiles.database.DatabaseCharset;
import profiles.database.Migrations;
import profiles.mail.DeliveryException;
import profiles.mail.SmtpTransport;

/** The command {@code check}: tests everything that the service needs, also while it runs, and creates nothing. */
public final class Diagnostics {
    private static final Map<String, String> MENDS = Map.of(
        "DATABASE_URL", "Name a database that can be reached, with the DATABASE_USER and DATABASE_PASSWORD that it asks for.",
        "CLAMD_URL", "Start clamd there, or name the one that runs; until then no files are taken, unless CLAMD_OPTIONAL is true.",
        "MAIL_URL", "Name a mail server that can be reached, with a user and a password that it takes; until then mails wait.",
        "MEDIA_STORAGE", "Name a bucket or a container that is there, whose files these credentials may read, write, delete and list.",
        "BASE_URL", "Set it to the address at which people see the service, such as https://profiles.example.org.",
        "MEDIA_ROOT", "Let the user who runs the service write there, or name another folder.");

    private static final String CERTIFICATE = "; its certificate must bear this name, and be of an authority that Java trusts "
        + "(-Djavax.net.ssl.trustStore=FILE): only smtp:// without a password takes any";

    private final Config config;
    private final Environment settings;
    private final List<CheckResult> run = new ArrayList<>();

    public Diagnostics(Config config, Environment settings) {
        this.config = config;
        this.settings = settings;
    }

    public List<CheckResult> run() {
        if (settings.isValid()) run.add(CheckResult.ok("The settings can be read."));
        if (settings.isValid("MEDIA_ROOT")) checkMedia();
        if (config.media().store().onDisk() && !StartupChecks.canStoreAnyName())
            run.add(CheckResult.failure(StartupChecks.ASCII.split(": ")[0] + ".", "Start it with LC_ALL=C.UTF-8."));
        if (!config.media().store().onDisk() && new StorageProbe(config.media(), settings).run())
            run.add(CheckResult.ok("Files are kept in " + config.media().store() + ", which is reached."));
        if (settings.isValid("DATABASE_URL")) checkDatabase();
        for (var path : new StartupChecks(config, settings).openToOthers())
            run.add(CheckResult.warning(StartupChecks.OPEN.replace("{}", path + "."), "Take that right from them: chmod o= " + path));
        if (settings.isValid("MAIL_URL")) checkMail();
        if (settings.isValid("CLAMD_URL")) checkScanner();
        settings.errors().forEach((name, why) ->
            run.add(CheckResult.failure(name + ": " + why + ".",
                MENDS.getOrDefault(name, "Correct this environment variable, or leave it out."))));
        return run;
    }

    private void checkMail() {
        if (config.mail().toLog()) {
            run.add(CheckResult.ok("Mail is written to the log; set MAIL_URL to send it."));
            return;
        }
        try {
            var travels = new SmtpTransport(config.mail(), Clock.systemUTC()).greet();
            run.add(CheckResult.ok("The mail server " + config.mail() + " is reached. " + travels));
        } catch (DeliveryException refused) {
            settings.reject("MAIL_URL", "cannot use " + config.mail() + " (" + refused.getMessage() + ")"
                + (refused.isTls() ? CERTIFICATE : ""));
        }
        if (config.baseUrl() == null) settings.reject("BASE_URL", StartupChecks.noBaseUrl(config));
    }

    private void checkScanner() {
        if (!config.media().clamd().isEnabled()) {
            run.add(CheckResult.ok("Files are not looked at for viruses; set CLAMD_URL to have that done."));
            return;
        }
        try {
            new Clamd(config.media().clamd()).ping();
            run.add(CheckResult.ok("The scanner, " + config.media().clamd() + ", is reached."));
        } catch (ScanFailedException away) {
            settings.reject("CLAMD_URL", away.getMessage());
        }
    }

    private void checkMedia() {
        var root = config.media().root();
        if (Files.exists(root)) new StartupChecks(config, settings).checkMediaFolder();
        else if (!Files.isWritable(existing(root))) settings.reject("MEDIA_ROOT", "cannot make " + root);
        if (settings.isValid("MEDIA_ROOT"))
            run.add(CheckResult.ok((config.media().store().onDisk() ? "Files" : "Files on their way") + " are kept in " + root
                + (Files.exists(root) ? "." : ", which the first start makes.")));
    }

    private static Path existing(Path path) {
        return Files.exists(path) ? path : existing(path.getParent());
    }

    private void checkDatabase() {
        if (config.database().sqlite() && !Files.exists(Path.of(config.database().file()))) {
            var folder = existing(Path.of(config.database().file()).toAbsolutePath());
            if (Files.isWritable(folder)) run.add(CheckResult.ok("The database " + config.database()
                + " is made by the first start."));
            else settings.reject("DATABASE_URL", "cannot make " + config.database());
            return;
        }
        new StartupChecks(config, settings).openDatabase();
        if (!settings.isValid("DATABASE_URL")) return;
        run.add(checkMigrations());
        if (!config.database().sqlite()) run.addAll(DatabaseServerCheck.of(config.database()));
    }

    private CheckResult checkMigrations() {
        try (var pools = ConnectionPools.open(config.database())) {
            run.addAll(DjangoDatabaseCheck.of(pools));
            var missing = new Migrations(pools.writers(), config.database().sqlite()).missing();
            if (!config.database().sqlite()) for (var repair : DatabaseCharset.repairs(pools.writers()))
                run.add(CheckResult.failure(DatabaseCharset.NOT_ALL,
                    "Take a backup, stop the programs that use the table, and run: " + repair + ";"));
            if (missing.isEmpty()) run.addAll(DjangoDatabaseCheck.ofMigrated(pools));
            return missing.isEmpty() ? CheckResult.ok("The database " + config.database() + " is reached and up to date.")
                : CheckResult.failure("The database " + config.database() + " lacks " + String.join(", ", missing) + ".",
                    "Run the command migrate, or start the service.");
        } catch (StartupException newer) {
            return new CheckResult(CheckResult.Level.WRONG, newer.getMessage());
        }
    }
}

package profiles;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import profiles.account.Administration;
import profiles.backup.BackupFile;
import profiles.backup.Copied;
import profiles.backup.Restore;
import profiles.cli.Finding;
import profiles.cli.Refused;
import profiles.cli.Tools;
import profiles.data.Migrations;
import profiles.data.Pools;
import profiles.media.Sweep;

/** The service's insides for commands: it listens nowhere, and tidies nothing by itself. */
final class Toolbox implements Tools, AutoCloseable {
    private final Settings settings;
    private final Config config;
    private App app;

    Toolbox(Map<String, String> environment) {
        this.settings = new Settings(environment);
        this.config = Config.read(settings);
    }

    @Override
    public Administration administration() {
        return app().administration();
    }

    @Override
    public Sweep sweep() {
        return app().sweep();
    }

    @Override
    public void alone(Runnable work) {
        if (!app().oneCopy().does(work)) throw new Refused("Another copy of the service is sweeping: nothing was done.");
    }

    @Override
    public List<String> migrate() {
        new Preflight(config, settings).checkDatabase();
        try (var pools = Pools.open(config.database())) {
            var migrations = new Migrations(pools.writers(), config.database().sqlite());
            var missing = migrations.missing();
            migrations.run();
            return missing;
        }
    }

    /** It migrates nothing: the service that runs may be another release's, and not know that files are held. */
    @Override
    public Copied backUp(Path to, Consumer<String> warn) {
        new Preflight(config, settings).checkDatabase();
        var steps = upToDate();
        return app().backup().make(to, DatabaseModule.tables(), steps, warn);
    }

    private List<String> upToDate() {
        try (var pools = Pools.open(config.database())) {
            var migrations = new Migrations(pools.writers(), config.database().sqlite());
            var missing = migrations.missing();
            if (missing.isEmpty()) return migrations.versions();
            throw new Refused("Nothing was backed up: the database lacks " + String.join(", ", missing) + ". Use the jar that the service runs, or start this one first.");
        }
    }

    /** The backup is read whole before anything is made. */
    @Override
    public Copied restore(Path from) {
        try (var backup = BackupFile.open(from)) {
            var preflight = new Preflight(config, settings);
            if (settings.fine("MEDIA_ROOT")) preflight.writeMedia();
            preflight.checkDatabase();
            try (var storage = Stores.open(config.media(), Clock.systemUTC())) {
                return new Restore(config, storage, backup).run(DatabaseModule.tables());
            }
        }
    }

    @Override
    public String archive(Path file) {
        return new ClassArchive(file).make();
    }

    @Override
    public List<Finding> findings() {
        return new CheckUp(config, settings).findings();
    }

    private App app() {
        if (app != null) return app;
        new Preflight(config, settings).checkDatabase();
        var opened = App.of(config, Clock.systemUTC());
        opened.database();
        app = opened;
        return app;
    }

    @Override
    public void close() {
        if (app == null) return;
        app.database().shutdown();
        app.pools().close();
    }
}

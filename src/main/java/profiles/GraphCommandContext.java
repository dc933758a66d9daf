package profiles;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import profiles.account.admin.AccountAdministration;
import profiles.backup.BackupFile;
import profiles.backup.BackupSummary;
import profiles.backup.Restore;
import profiles.cli.ClassArchive;
import profiles.cli.CommandContext;
import profiles.cli.CommandException;
import profiles.config.Config;
import profiles.config.Environment;
import profiles.database.ConnectionPools;
import profiles.database.Migrations;
import profiles.media.MediaAdoption;
import profiles.media.MediaCleanup;
import profiles.startup.CheckResult;
import profiles.startup.Diagnostics;
import profiles.startup.StartupChecks;
import profiles.storage.StorageFactory;

/** The service's objects for commands. It listens nowhere and runs no background jobs. */
final class GraphCommandContext implements CommandContext, AutoCloseable {
    private final Environment settings;
    private final Config config;
    private App app;

    GraphCommandContext(Map<String, String> environment) {
        this.settings = new Environment(environment);
        this.config = Config.read(settings);
    }

    @Override
    public AccountAdministration administration() {
        return app().administration();
    }

    @Override
    public MediaCleanup sweep() {
        return app().sweep();
    }

    @Override
    public MediaAdoption adoption() {
        return app().adoption();
    }

    @Override
    public void runExclusively(Runnable work) {
        if (!app().cleanupLock().tryRun(work))
            throw new CommandException("Another copy of the service runs a cleanup: nothing was done. Try again in a moment.");
    }

    @Override
    public List<String> migrate() {
        new StartupChecks(config, settings).checkDatabase();
        try (var pools = ConnectionPools.open(config.database())) {
            var migrations = new Migrations(pools.writers(), config.database().sqlite());
            var missing = migrations.missing();
            migrations.run();
            return missing;
        }
    }

    /** It migrates nothing: the service that runs may be another release's, and not know that files are held. */
    @Override
    public BackupSummary backUp(Path to, Consumer<String> warn) {
        new StartupChecks(config, settings).checkDatabase();
        var steps = upToDate();
        return app().backup().create(to, DatabaseModule.tables(), steps, warn);
    }

    private List<String> upToDate() {
        try (var pools = ConnectionPools.open(config.database())) {
            var migrations = new Migrations(pools.writers(), config.database().sqlite());
            var missing = migrations.missing();
            if (missing.isEmpty()) return migrations.versions();
            throw new CommandException("Nothing was backed up: the database lacks " + String.join(", ", missing)
                + ". Use the jar that the service runs, or start this one first.");
        }
    }

    /** The backup is read whole before anything is made. */
    @Override
    public BackupSummary restore(Path from, Consumer<String> say) {
        try (var backup = BackupFile.open(from)) {
            var preflight = new StartupChecks(config, settings);
            if (settings.isValid("MEDIA_ROOT")) preflight.checkMediaFolder();
            preflight.checkDatabase();
            try (var storage = StorageFactory.open(config.media(), Clock.systemUTC())) {
                return new Restore(config, storage, backup).run(DatabaseModule.tables(), say);
            }
        }
    }

    @Override
    public String archiveClasses(Path file) {
        return new ClassArchive(file).create();
    }

    @Override
    public List<CheckResult> check() {
        return new Diagnostics(config, settings).run();
    }

    private App app() {
        if (app != null) return app;
        new StartupChecks(config, settings).checkDatabase();
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

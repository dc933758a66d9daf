package profiles;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import profiles.account.Administration;
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

package profiles;

import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.ebean.Database;
import io.ebean.event.BeanPersistAdapter;
import io.ebean.event.BeanPersistRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.inject.Singleton;
import profiles.antivirus.ScanResult;
import profiles.antivirus.Scanner;
import profiles.audit.AuditAction;
import profiles.audit.AuditEvent;
import profiles.config.Config;
import profiles.config.Environment;
import profiles.config.FilePermissions;
import profiles.database.ConnectionPools;
import profiles.database.EbeanSetup;
import profiles.database.Migrations;
import profiles.media.MediaReferences;
import profiles.profile.Profile;
import profiles.profile.ProfileOnUserInsert;
import profiles.profile.ProfileReferences;
import profiles.server.Server;
import profiles.startup.StartupChecks;
import profiles.storage.DiskStorage;
import profiles.storage.Storage;

/** The service, which ends at one point of its work as by a power cut; in a process of its own. */
final class Halting {
    static final int CODE = 86;
    /** The environment variable that names the point, and the file that has to be in the current folder too. */
    static final String AT = "HALT_AT", ARMED = "armed";

    /** The steps of a save, in order. */
    enum Point { BEFORE_STORE, NAMED, HALF_COPIED, STORED, BEFORE_COMMIT, BEFORE_DISCARD, DISCARDED }

    private Halting() {
    }

    public static void main(String[] args) {
        var settings = new Environment(System.getenv());
        var config = Config.read(settings);
        new StartupChecks(config, settings).check();
        System.out.println("Profiles is ready at " + DaggerHalting_Graph.factory().create(config, Clock.systemUTC()).server().start());
    }

    static void at(Point point) {
        if (ends(point) && Files.exists(Path.of(ARMED))) Runtime.getRuntime().halt(CODE);
    }

    static boolean ends(Point point) {
        return point.name().equals(System.getenv(AT));
    }

    @Singleton
    @Component(modules = {Data.class, MailModule.class, Documents.class, WebModule.class})
    interface Graph {
        Server server();

        @Component.Factory
        interface Factory {
            Graph create(@BindsInstance Config config, @BindsInstance Clock clock);
        }
    }

    @Module
    interface Documents {
        @Binds
        MediaReferences references(ProfileReferences references);

        @Provides @Singleton
        static Storage storage(Config config) {
            return new HaltingStorage(new DiskStorage(config.media().root(), FilePermissions.OWNER));
        }

        @Provides
        static Scanner scanner() {
            return bytes -> ScanResult.CLEAN;
        }
    }

    @Module
    interface Data {
        @Provides @Singleton
        static ConnectionPools pools(Config config) {
            return ConnectionPools.open(config.database());
        }

        @Provides @Singleton
        static Database database(Config config, ConnectionPools pools) {
            new Migrations(pools.writers(), config.database().sqlite()).run();
            return EbeanSetup.of(config.database().sqlite(), DatabaseModule.ENTITIES).dataSource(pools.writers())
                .readOnlyDataSource(pools.readers())
                .add(new ProfileOnUserInsert()).add(new InTransaction()).build();
        }
    }

    /** After a save's update, and after the last insert of an account's deletion. */
    static final class InTransaction extends BeanPersistAdapter {
        @Override
        public boolean isRegisterFor(Class<?> type) {
            return type == Profile.class || type == AuditEvent.class;
        }

        @Override
        public void postUpdate(BeanPersistRequest<?> request) {
            at(Point.BEFORE_COMMIT);
        }

        @Override
        public void postInsert(BeanPersistRequest<?> request) {
            if (request.bean() instanceof AuditEvent event && event.action() == AuditAction.ACCOUNT_DELETED) at(Point.BEFORE_COMMIT);
        }
    }
}

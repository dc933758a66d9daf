package profiles;

import dagger.Module;
import dagger.Provides;
import io.ebean.Database;
import io.ebean.event.ShutdownManager;
import jakarta.persistence.Table;
import java.util.List;
import javax.inject.Singleton;
import profiles.account.AccessToken;
import profiles.account.Session;
import profiles.account.User;
import profiles.account.email.VerifiedEmail;
import profiles.account.link.LinkToken;
import profiles.account.recovery.ResetRequest;
import profiles.audit.AuditEvent;
import profiles.config.Config;
import profiles.database.ConnectionPools;
import profiles.database.DatabaseCharset;
import profiles.database.EbeanSetup;
import profiles.database.Migrations;
import profiles.mail.DeliveredMail;
import profiles.mail.OutgoingMail;
import profiles.media.DeletionLease;
import profiles.media.MediaFile;
import profiles.profile.Profile;
import profiles.profile.ProfileOnUserInsert;

/** The database: connections, migrations, entities. */
@Module
final class DatabaseModule {

    static final List<Class<?>> ENTITIES = List.of(User.class, Session.class, AccessToken.class, LinkToken.class, ResetRequest.class,
        VerifiedEmail.class, OutgoingMail.class, DeliveredMail.class, AuditEvent.class, Profile.class, DeletionLease.class,
        MediaFile.class);

    private DatabaseModule() {
    }

    /** What a backup holds. Tables that are no entity's are made of the others, and it leaves them out; what is of a moment only, too. */
    static List<String> tables() {
        return ENTITIES.stream().filter(entity -> entity != DeletionLease.class && entity != DeliveredMail.class)
            .map(entity -> entity.getAnnotation(Table.class).name()).toList();
    }

    @Provides @Singleton
    static ConnectionPools pools(Config config) {
        return ConnectionPools.open(config.database());
    }

    @Provides @Singleton
    static Database database(Config config, ConnectionPools pools) {
        new Migrations(pools.writers(), config.database().sqlite()).run();
        if (!config.database().sqlite()) DatabaseCharset.warn(pools.writers());
        var database = EbeanSetup.of(config.database().sqlite(), ENTITIES)
            .dataSource(pools.writers()).readOnlyDataSource(pools.readers())
            .add(new ProfileOnUserInsert())
            .build();
        // At SIGTERM it would go at once by its own hook, under the requests that are under way: see BackgroundJobs.
        ShutdownManager.deregisterShutdownHook();
        return database;
    }
}

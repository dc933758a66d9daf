package profiles;

import dagger.Module;
import dagger.Provides;
import io.ebean.Database;
import io.ebean.event.ShutdownManager;
import jakarta.persistence.Table;
import java.util.List;
import javax.inject.Singleton;
import profiles.account.AccessToken;
import profiles.account.MailedLink;
import profiles.account.ResetRequest;
import profiles.account.Session;
import profiles.account.User;
import profiles.account.VerifiedEmail;
import profiles.audit.AuditEvent;
import profiles.data.Databases;
import profiles.data.Migrations;
import profiles.data.Pools;
import profiles.mail.OutgoingMail;
import profiles.media.Hold;
import profiles.profile.Profile;
import profiles.profile.ProfileOnUserInsert;

/** The database: its connections, its tables brought up to date, its entities. */
@Module
final class DatabaseModule {

    static final List<Class<?>> ENTITIES = List.of(User.class, Session.class, AccessToken.class, MailedLink.class, ResetRequest.class,
        VerifiedEmail.class, OutgoingMail.class, AuditEvent.class, Profile.class, Hold.class);

    private DatabaseModule() {
    }

    /** What a backup holds. Tables that are no entity's are made of the others, and it leaves them out. */
    static List<String> tables() {
        return ENTITIES.stream().filter(entity -> entity != Hold.class).map(entity -> entity.getAnnotation(Table.class).name()).toList();
    }

    @Provides @Singleton
    static Pools pools(Config config) {
        return Pools.open(config.database());
    }

    @Provides @Singleton
    static Database database(Config config, Pools pools) {
        new Migrations(pools.writers(), config.database().sqlite()).run();
        var database = Databases.of(config.database().sqlite(), ENTITIES)
            .dataSource(pools.writers()).readOnlyDataSource(pools.readers())
            .add(new ProfileOnUserInsert())
            .build();
        // At SIGTERM it would go at once by its own hook, under the requests that are under way: see Works.
        ShutdownManager.deregisterShutdownHook();
        return database;
    }
}

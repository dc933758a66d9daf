package profiles;

import dagger.BindsInstance;
import dagger.Component;
import io.ebean.Database;
import java.time.Clock;
import javax.inject.Singleton;
import profiles.account.admin.AccountAdministration;
import profiles.backup.Backup;
import profiles.config.Config;
import profiles.database.CleanupLock;
import profiles.database.ConnectionPools;
import profiles.media.MediaAdoption;
import profiles.media.MediaCleanup;
import profiles.server.Server;

/** The whole object graph, wired at compile time. */
@Singleton
@Component(modules = {DatabaseModule.class, MailModule.class, MediaModule.class, WebModule.class})
public interface App {
    Server server();

    /** The parts that commands use, and those that must be closed. None of them starts the server. */

    AccountAdministration administration();

    MediaCleanup sweep();

    MediaAdoption adoption();

    Backup backup();

    CleanupLock cleanupLock();

    Database database();

    ConnectionPools pools();

    static App of(Config config, Clock clock) {
        return DaggerApp.factory().create(config, clock);
    }

    @Component.Factory
    interface Factory {
        App create(@BindsInstance Config config, @BindsInstance Clock clock);
    }
}

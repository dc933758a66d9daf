package profiles;

import dagger.BindsInstance;
import dagger.Component;
import io.ebean.Database;
import java.time.Clock;
import javax.inject.Singleton;
import profiles.account.Administration;
import profiles.backup.Backup;
import profiles.data.OneCopy;
import profiles.data.Pools;
import profiles.media.Sweep;

/** The whole object graph, wired at compile time. */
@Singleton
@Component(modules = {DatabaseModule.class, MailModule.class, MediaModule.class, WebModule.class})
public interface App {
    Server server();

    /* What commands and the graph's end need; none of it starts the server. */

    Administration administration();

    Sweep sweep();

    Backup backup();

    OneCopy oneCopy();

    Database database();

    Pools pools();

    static App of(Config config, Clock clock) {
        return DaggerApp.factory().create(config, clock);
    }

    @Component.Factory
    interface Factory {
        App create(@BindsInstance Config config, @BindsInstance Clock clock);
    }
}

package profiles;

import dagger.BindsInstance;
import dagger.Component;
import io.ebean.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.inject.Singleton;
import profiles.account.password.Room;
import profiles.audit.Audit;
import profiles.backup.Backup;
import profiles.data.OneCopy;
import profiles.data.Pools;
import profiles.mail.Bell;
import profiles.mail.Outbox;
import profiles.media.Holds;
import profiles.media.Incoming;
import profiles.media.Storage;
import profiles.media.Sweep;
import profiles.throttle.Throttle;
import profiles.web.Access;
import profiles.web.Assets;
import profiles.web.Limits;

/** The service's own graph, with doors for tests to what stands behind it. */
@Singleton
@Component(modules = {DatabaseModule.class, MailModule.class, MediaModule.class, WebModule.class})
public interface TestGraph {
    List<Class<?>> ENTITIES = DatabaseModule.ENTITIES;

    Server server();

    Database database();

    Pools pools();

    Room room();

    Storage storage();

    Sweep sweep();

    Holds holds();

    Backup backup();

    Incoming incoming();

    OneCopy oneCopy();

    Outbox outbox();

    Bell bell();

    Access access();

    Assets assets();

    Limits limits();

    Audit audit();

    Throttle throttle();

    static TestGraph of(Map<String, String> environment, Clock clock) {
        var settings = new Settings(environment);
        var config = Config.read(settings);
        new Preflight(config, settings).check();
        return DaggerTestGraph.factory().create(config, clock);
    }

    @Component.Factory
    interface Factory {
        TestGraph create(@BindsInstance Config config, @BindsInstance Clock clock);
    }
}

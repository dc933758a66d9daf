package profiles;

import dagger.BindsInstance;
import dagger.Component;
import io.ebean.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.inject.Singleton;
import profiles.account.email.AllauthEmails;
import profiles.account.password.HashingLimiter;
import profiles.audit.AuditTrail;
import profiles.backup.Backup;
import profiles.config.Config;
import profiles.config.Environment;
import profiles.database.CleanupLock;
import profiles.database.ConnectionPools;
import profiles.database.OptionalWrites;
import profiles.mail.Outbox;
import profiles.mail.WakeUpSignal;
import profiles.media.DeletionLeases;
import profiles.media.MediaCleanup;
import profiles.media.UploadTempFolder;
import profiles.ratelimit.RateLimits;
import profiles.server.Server;
import profiles.startup.StartupChecks;
import profiles.storage.Storage;
import profiles.web.assets.Assets;
import profiles.web.request.BodyReceiver;
import profiles.web.security.AccessControl;

/** The service's own graph, with doors for tests to what stands behind it. */
@Singleton
@Component(modules = {DatabaseModule.class, MailModule.class, MediaModule.class, WebModule.class})
public interface TestGraph {
    List<Class<?>> ENTITIES = DatabaseModule.ENTITIES;

    Config config();

    Server server();

    Database database();

    ConnectionPools pools();

    OptionalWrites optionalWrites();

    HashingLimiter hashingLimiter();

    Storage storage();

    MediaCleanup sweep();

    AllauthEmails allauth();

    DeletionLeases holds();

    Backup backup();

    UploadTempFolder incoming();

    CleanupLock oneCopy();

    Outbox outbox();

    WakeUpSignal wakeUpSignal();

    AccessControl access();

    Assets assets();

    BodyReceiver limits();

    AuditTrail audit();

    RateLimits throttle();

    static TestGraph of(Map<String, String> environment, Clock clock) {
        var settings = new Environment(environment);
        var config = Config.read(settings);
        new StartupChecks(config, settings).check();
        return DaggerTestGraph.factory().create(config, clock);
    }

    @Component.Factory
    interface Factory {
        TestGraph create(@BindsInstance Config config, @BindsInstance Clock clock);
    }
}

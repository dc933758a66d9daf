package profiles;

import dagger.BindsInstance;
import dagger.Component;
import java.time.Clock;
import javax.inject.Singleton;

/** The whole object graph, wired at compile time. */
@Singleton
@Component(modules = {DatabaseModule.class, MailModule.class, MediaModule.class, WebModule.class})
public interface App {
    Server server();

    static App of(Config config, Clock clock) {
        return DaggerApp.factory().create(config, clock);
    }

    @Component.Factory
    interface Factory {
        App create(@BindsInstance Config config, @BindsInstance Clock clock);
    }
}

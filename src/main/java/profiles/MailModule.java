package profiles;

import dagger.Module;
import dagger.Provides;
import java.time.Clock;
import javax.inject.Singleton;
import profiles.mail.Carrier;
import profiles.mail.LogCarrier;
import profiles.mail.SmtpCarrier;

/** How mail leaves the service. */
@Module
interface MailModule {

    @Provides @Singleton
    static Carrier carrier(Config config, Clock clock) {
        return config.mail().toLog() ? new LogCarrier() : new SmtpCarrier(config.mail(), clock);
    }
}

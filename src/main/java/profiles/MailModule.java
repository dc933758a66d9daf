package profiles;

import dagger.Module;
import dagger.Provides;
import java.time.Clock;
import javax.inject.Singleton;
import profiles.config.Config;
import profiles.mail.LogTransport;
import profiles.mail.MailTransport;
import profiles.mail.SmtpTransport;

/** How mail is sent. */
@Module
interface MailModule {

    @Provides @Singleton
    static MailTransport carrier(Config config, Clock clock) {
        return config.mail().toLog() ? new LogTransport() : new SmtpTransport(config.mail(), clock);
    }
}

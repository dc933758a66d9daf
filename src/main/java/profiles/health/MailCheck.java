package profiles.health;

import java.time.Clock;
import java.time.Duration;
import javax.inject.Inject;
import profiles.mail.MailSender;

/** Whether mail is delivered. A mail server that is down for some minutes is normal. */
final class MailCheck {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final MailSender postman;
    private final Clock clock;

    @Inject
    MailCheck(MailSender postman, Clock clock) {
        this.postman = postman;
        this.clock = clock;
    }

    /** @return null where nothing fails */
    String reason() {
        var since = postman.failingSince();
        return since == null || clock.instant().isBefore(since.plus(PATIENCE)) ? null : "No mail has been delivered for an hour or more.";
    }
}

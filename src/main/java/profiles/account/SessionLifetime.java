package profiles.account;

import java.time.Duration;
import java.time.Instant;

/** How long a session is valid (ASVS 7.1.1): without use (7.3.1), and in any case (7.3.2). */
public enum SessionLifetime {
    /** The cookie ends with the browser, the session after a day without use, for the sake of shared computers. */
    VISIT(Duration.ofHours(24), Duration.ofDays(7)),
    /** Chosen at the login, on one's own device. */
    REMEMBERED(Duration.ofDays(14), Duration.ofDays(90));

    public final Duration idle, absolute;

    SessionLifetime(Duration idle, Duration absolute) {
        this.idle = idle;
        this.absolute = absolute;
    }

    public static SessionLifetime of(boolean remembered) {
        return remembered ? REMEMBERED : VISIT;
    }

    boolean isWithin(Instant started, Instant lastSeen, Instant now) {
        return now.isBefore(lastSeen.plus(idle)) && now.isBefore(started.plus(absolute));
    }
}

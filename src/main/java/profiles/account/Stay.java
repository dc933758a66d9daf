package profiles.account;

import java.time.Duration;
import java.time.Instant;

/** How long a session may live (ASVS 7.1.1): an end after a time without use (7.3.1), and one in any case (7.3.2). */
enum Stay {
    /** Until the browser is closed, as far as the cookie goes; here until a day passes unused. Shared computers are the reason. */
    VISIT(Duration.ofHours(24), Duration.ofDays(7)),
    /** As someone asks for at the login, on a device of his own. */
    REMEMBERED(Duration.ofDays(14), Duration.ofDays(90));

    final Duration idle, absolute;

    Stay(Duration idle, Duration absolute) {
        this.idle = idle;
        this.absolute = absolute;
    }

    static Stay of(boolean remembered) {
        return remembered ? REMEMBERED : VISIT;
    }

    boolean lasts(Instant started, Instant lastSeen, Instant now) {
        return now.isBefore(lastSeen.plus(idle)) && now.isBefore(started.plus(absolute));
    }
}

package profiles.account;

import java.time.Duration;
import java.time.Instant;

/** When credentials were last used: written down at most every five minutes, so that most requests write nothing. */
final class Seen {
    private static final Duration STALE = Duration.ofMinutes(5);

    private Seen() {
    }

    /** @param last null for never */
    static boolean stale(Instant last, Instant now) {
        return last == null || !now.isBefore(last.plus(STALE));
    }
}

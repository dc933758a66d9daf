package profiles.account;

import java.time.Duration;
import java.time.Instant;

/** When a session or token was last used. It is written every five minutes at most, so that most requests write nothing. */
public final class LastUsedThreshold {
    private static final Duration STALE = Duration.ofMinutes(5);

    private LastUsedThreshold() {
    }

    /** @param last null for never */
    public static boolean isStale(Instant last, Instant now) {
        return last == null || !now.isBefore(last.plus(STALE));
    }
}

package profiles.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits the events of one kind, about one account or from one unknown sender: so many an hour are recorded, and the last one counts the
 * others. So nobody can flood the trail.
 */
final class AuditRateLimit {
    static final int MAX_PER_HOUR = 30;
    private static final Duration WINDOW = Duration.ofHours(1);
    /** Some 2 MB. */
    private static final int MAX_KEYS = 10_000;

    private final Clock clock;
    private final Map<String, Counted> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counted> longestUnused) {
            return size() > MAX_KEYS;
        }
    };

    AuditRateLimit(Clock clock) {
        this.clock = clock;
    }

    /** @return the event to count this one with; null when it is to be told itself */
    synchronized AuditEvent before(String key) {
        var counted = counts.get(key);
        return counted == null || counted.told < MAX_PER_HOUR || isOver(counted) ? null : counted.last;
    }

    /** After an event was told. */
    synchronized void recorded(String key, AuditEvent event) {
        var counted = counts.get(key);
        if (counted == null || isOver(counted)) counts.put(key, counted = new Counted(clock.instant()));
        counted.told++;
        counted.last = event;
    }

    private boolean isOver(Counted counted) {
        return !clock.instant().isBefore(counted.begun.plus(WINDOW));
    }

    private static final class Counted {
        private final Instant begun;
        private int told;
        private AuditEvent last;

        private Counted(Instant begun) {
            this.begun = begun;
        }
    }
}

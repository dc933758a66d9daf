package profiles.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Allows so many attempts for one key in any window of that length. There is no burst at the border of two windows. */
final class SlidingWindowLimit {
    /** Some 3 MB when they come from everywhere at once. To push one out costs as many tries that count: nothing is won by it. */
    static final int KEYS = 10_000;

    private final Map<String, AttemptWindow> keys = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AttemptWindow> longestUnused) {
            return size() > KEYS;
        }
    };
    private final int max;
    private final Duration window;
    private final Clock clock;

    SlidingWindowLimit(int max, Duration window, Clock clock) {
        this.max = max;
        this.window = window;
        this.clock = clock;
    }

    /** @return null when it may begin */
    synchronized AttemptWindow.Refusal begin(String key) {
        return keys.computeIfAbsent(key, unknown -> new AttemptWindow(max, window)).begin(clock.instant());
    }

    /** After each that began. What leaves no trace must not push out what does. */
    synchronized void end(String key, boolean counts) {
        var tries = keys.computeIfAbsent(key, pushedOut -> new AttemptWindow(max, window));
        if (counts) tries.count(clock.instant());
        else tries.forget();
        if (tries.isEmpty()) keys.remove(key);
    }

    synchronized int size() {
        return keys.size();
    }
}

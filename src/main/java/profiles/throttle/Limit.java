package profiles.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many tries for one key in any window of so long: no burst at its border, and each try leaves as it came. */
final class Limit {
    /** Some 3 MB when they come from everywhere at once. To push one out costs as many tries that count: nothing is won by it. */
    static final int KEYS = 10_000;

    private final Map<String, Tries> keys = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> longestUnused) {
            return size() > KEYS;
        }
    };
    private final int most;
    private final Duration window;
    private final Clock clock;

    Limit(int most, Duration window, Clock clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    /** @return null when it may begin */
    synchronized Tries.Refusal begin(String key) {
        return keys.computeIfAbsent(key, unknown -> new Tries(most, window)).begin(clock.instant());
    }

    /** After each that began. What leaves no trace must not push out what does. */
    synchronized void end(String key, boolean counts) {
        var tries = keys.computeIfAbsent(key, pushedOut -> new Tries(most, window));
        if (counts) tries.count(clock.instant());
        else tries.forget();
        if (tries.none()) keys.remove(key);
    }

    /** How many keys are remembered. */
    synchronized int size() {
        return keys.size();
    }
}

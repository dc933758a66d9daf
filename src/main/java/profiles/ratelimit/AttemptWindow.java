package profiles.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The attempts of one key: those that count, and those that are running. Running ones take places, too, so that a hundred at once are no
 * way around the limit.
 */
final class AttemptWindow {
    /** Those under way end soon, and may leave their places. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final int max;
    private final Duration window;
    private final Deque<Instant> counted = new ArrayDeque<>(2);
    private int underWay;
    private boolean refusing;

    AttemptWindow(int max, Duration window) {
        this.max = max;
        this.window = window;
    }

    /** @return null when it may begin */
    Refusal begin(Instant now) {
        while (!counted.isEmpty() && !now.isBefore(counted.getFirst().plus(window))) counted.removeFirst();
        if (counted.size() + underWay < max) {
            underWay++;
            refusing = false;
            return null;
        }
        var first = !refusing;
        refusing = true;
        return new Refusal(counted.size() < max ? SOON : Duration.between(now, counted.getFirst().plus(window)), first);
    }

    void count(Instant now) {
        underWay = Math.max(0, underWay - 1);
        counted.addLast(now);
    }

    void forget() {
        underWay = Math.max(0, underWay - 1);
    }

    boolean isEmpty() {
        return underWay == 0 && counted.isEmpty();
    }

    /**
     * @param pause how long until it may be tried again, unless others are faster
     * @param first whether the last try was still let through
     */
    record Refusal(Duration pause, boolean first) {
    }
}

package profiles.web;

import java.time.Duration;

/**
 * How fast a body must come: each byte buys a little time, and who has none left is too slow.
 *
 * @param grace       to begin with
 * @param most        that can be saved up: an honest sender may pause that long, a phone in a tunnel among them
 * @param perKilobyte what a thousand bytes buy
 */
record Pace(Duration grace, Duration most, Duration perKilobyte) {
    /** A thousand bytes a second, the slowest that a phone gets; and less of a pause than the server allows to idle connections. */
    static final Pace USUAL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(25), Duration.ofSeconds(1));

    /**
     * @param left  nanoseconds that there are left
     * @param bytes that have come
     * @return nanoseconds that there are left then
     */
    long after(long left, int bytes) {
        return Math.min(most.toNanos(), left + bytes * (perKilobyte.toNanos() / 1000));
    }
}

package profiles.web.request;

import java.time.Duration;

/**
 * The minimum speed of a client: each byte buys a little time.
 *
 * @param grace       time at the beginning
 * @param max        time that can be saved up, for pauses such as in a tunnel
 * @param perKilobyte time for each kilobyte
 */
public record DataRate(Duration grace, Duration max, Duration perKilobyte) {
    /** A thousand bytes a second, the slowest that a phone gets; and less of a pause than the server allows to idle connections. */
    public static final DataRate USUAL = new DataRate(Duration.ofSeconds(10), Duration.ofSeconds(25), Duration.ofSeconds(1));

    /**
     * @param left  nanoseconds that there are left
     * @param bytes that have come
     * @return nanoseconds that there are left then
     */
    public long after(long left, int bytes) {
        return Math.min(max.toNanos(), left + bytes * (perKilobyte.toNanos() / 1000));
    }
}

package profiles.web;

import java.util.Map;

/** Something that the service needs, and cannot reach now: the asker may try again, and the log says why (503, RFC 9110, 15.6.4). */
public final class Unavailable extends Problem {
    private static final int SECONDS = 5;

    private final String reason;
    private final boolean toMend;

    private Unavailable(String detail, String reason, boolean toMend, Throwable cause) {
        super(503, "Unavailable", detail, Map.of("Retry-After", String.valueOf(SECONDS)), cause);
        this.reason = reason;
        this.toMend = toMend;
    }

    /**
     * What passes by itself.
     *
     * @param detail for the asker
     * @param reason for those who run the service, without secrets
     */
    public static Unavailable now(String detail, String reason, Throwable cause) {
        return new Unavailable(detail, reason, false, cause);
    }

    /** What stays until somebody mends it, as the reason says. */
    public static Unavailable untilMended(String detail, String reason, Throwable cause) {
        return new Unavailable(detail, reason, true, cause);
    }

    public String reason() {
        return reason;
    }

    /** For logs. */
    @Override
    public String toString() {
        return reason;
    }

    boolean toMend() {
        return toMend;
    }
}

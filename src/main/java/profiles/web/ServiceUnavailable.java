package profiles.web;

import java.util.Map;

/** Something that the service needs is unreachable. The client may try again, and the log has the reason (503, RFC 9110, 15.6.4). */
public final class ServiceUnavailable extends Problem {
    private static final int SECONDS = 5;

    private final String reason;
    private final boolean needsRepair;

    private ServiceUnavailable(String title, String detail, int seconds, String reason, boolean toMend, Throwable cause) {
        super(503, title, detail, Map.of("Retry-After", String.valueOf(seconds)), cause);
        this.reason = reason;
        this.needsRepair = toMend;
    }

    /**
     * What passes by itself.
     *
     * @param detail for the asker
     * @param reason for those who run the service, without secrets
     */
    public static ServiceUnavailable now(String detail, String reason, Throwable cause) {
        return new ServiceUnavailable("Unavailable", detail, SECONDS, reason, false, cause);
    }

    /** What stays until somebody mends it, as the reason says. */
    public static ServiceUnavailable untilRepaired(String detail, String reason, Throwable cause) {
        return new ServiceUnavailable("Unavailable", detail, SECONDS, reason, true, cause);
    }

    /** What others do at this moment, and soon have done. */
    static ServiceUnavailable busy(String detail, int seconds, String reason, Throwable cause) {
        return new ServiceUnavailable("Busy", detail, seconds, reason, false, cause);
    }

    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return reason;
    }

    public boolean needsRepair() {
        return needsRepair;
    }
}

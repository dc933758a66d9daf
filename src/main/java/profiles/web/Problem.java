package profiles.web;

import java.util.Map;

/** An error with its HTTP status (RFC 9457). {@code Failures} turns it into a response. */
public class Problem extends RuntimeException {
    private final int status;
    private final String title;
    private final transient Map<String, String> headers;

    public Problem(int status, String title, String detail, Map<String, String> headers) {
        this(status, title, detail, headers, null);
    }

    Problem(int status, String title, String detail, Map<String, String> headers, Throwable cause) {
        super(detail, cause, false, false);
        this.status = status;
        this.title = title;
        this.headers = headers;
    }

    public Problem(int status, String title, String detail) {
        this(status, title, detail, Map.of());
    }

    public static Problem malformed(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    /** The body is not whole. Where the next request would begin is not known, so there is none on this connection. */
    public static Problem truncatedBody(String detail) {
        return new Problem(400, "Bad request", detail, Map.of("Connection", "close"));
    }

    /** Of the body; what still comes of it is not read. */
    public static Problem tooSlow() {
        return new Problem(408, "Request timeout", "What was sent took too long to arrive. Check your connection, and try again.",
            Map.of("Connection", "close"));
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "Forbidden", detail);
    }

    public static Problem notFound() {
        return new Problem(404, "Not found", "There is nothing at this address. Check it for mistakes, or begin at the start.");
    }

    public static Problem changedMeanwhile(String detail) {
        return new Problem(409, "Changed meanwhile", detail);
    }

    /** The whole request; the rest of its body is not read. A file that is too large is told beside its field, see {@link FormErrors}. */
    public static Problem tooLarge() {
        return new Problem(413, "Too large", "This is more than the service takes at once. Send less, or smaller files.",
            Map.of("Connection", "close"));
    }

    public static Problem unsupported(String detail) {
        return new Problem(415, "Unsupported media type", detail, Map.of("Accept", MediaType.SUPPORTED));
    }

    /** Of a body, or a part of a form. */
    public static Problem unsupportedEncoding() {
        return new Problem(415, "Unsupported content coding", "Send it as it is: nothing that is compressed or encoded is read here.",
            Map.of("Accept-Encoding", ContentEncoding.NONE.token));
    }

    public static Problem unsupportedTransfer() {
        return new Problem(501, "Unsupported transfer coding", "Send it as it is, or in chunks: nothing that is compressed is read here.");
    }

    public static Problem tooOften(String detail, long seconds) {
        return new Problem(429, "Too many tries", detail, Map.of("Retry-After", String.valueOf(seconds)));
    }

    public static Problem busy(String detail, int seconds) {
        return new Problem(503, "Busy", detail, Map.of("Retry-After", String.valueOf(seconds)));
    }

    /** The disk, or what else there is to write to. What was there before is still there. */
    public static Problem storageFull() {
        return new Problem(507, "No room left", "The service has no room left to keep this. Nothing was changed: tell those who run it.",
            Map.of("Connection", "close"));
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public Map<String, String> headers() {
        return headers;
    }
}

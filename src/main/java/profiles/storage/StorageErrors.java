package profiles.storage;

import profiles.web.Problem;
import profiles.web.ServiceUnavailable;

/** The problem for a failure of a remote store: nothing was changed, and the request may be repeated. */
final class StorageErrors {
    private static final String DETAIL = "The documents cannot be reached. Nothing was changed; try again in a moment.";

    private StorageErrors() {
    }

    /**
     * @param store  as the settings name it
     * @param status of its answer; 0 when there was none
     * @param code   its word for what is wrong; null for none
     */
    static Problem of(String store, int status, String code, Throwable cause) {
        if (status == 507) return new Problem(507, "Full", "There is no room for more documents. Tell those who run this service.");
        if (status == 0) return ServiceUnavailable.now(DETAIL, store + " cannot be reached (" + rootMessage(cause) + ")", cause);
        var answer = store + " answers " + status + (code == null ? "" : " " + code);
        if (status >= 500 || status == 408 || status == 409 || status == 429) return ServiceUnavailable.now(DETAIL, answer, cause);
        return ServiceUnavailable.untilRepaired(DETAIL, answer + ": " + advice(status), cause);
    }

    /** Of something else in the store's place, such as a gateway that answers 200 with a page. */
    static Problem unintelligible(String store, Throwable cause) {
        var reason = store + " answers what cannot be understood; is there a gateway in between? (" + rootMessage(cause) + ")";
        return ServiceUnavailable.now(DETAIL, reason, cause);
    }

    /** When we do not even know who we are there. */
    static Problem withoutCredentials(String store, Throwable cause) {
        return ServiceUnavailable.untilRepaired(DETAIL, store + " is not asked, since there are no credentials: set those of the AWS SDK",
            cause);
    }

    static Problem withoutRegion(String store, Throwable cause) {
        return ServiceUnavailable.untilRepaired(DETAIL, store + " is not asked, since its region is not known: set S3_REGION", cause);
    }

    /** Each who reads, writes or asks holds a connection, and most of them a thread. */
    static Problem overloaded() {
        return Problem.busy("Too many documents are being read or written. Try again in a moment.", 5);
    }

    private static String advice(int status) {
        return switch (status) {
            case 301, 307, 400 -> "name its own region, in S3_REGION, and its own endpoint";
            case 401, 403 -> "let these credentials read, write, delete and list there";
            case 404 -> "make it, or name another in MEDIA_STORAGE";
            default -> "see whether the settings fit it";
        };
    }

    private static String rootMessage(Throwable cause) {
        var last = cause;
        while (last.getCause() != null && last.getCause() != last) last = last.getCause();
        return last.getClass().getSimpleName() + ": " + last.getMessage();
    }
}

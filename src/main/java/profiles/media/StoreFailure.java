package profiles.media;

import profiles.web.Problem;
import profiles.web.Unavailable;

/** What becomes of a request when a store elsewhere fails: it has changed nothing, and may be sent again. */
final class StoreFailure {
    private static final String DETAIL = "The documents cannot be reached. Nothing was changed; try again in a moment.";

    private StoreFailure() {
    }

    /**
     * @param store  as the settings name it
     * @param status of its answer; 0 when there was none
     * @param code   its word for what is wrong; null for none
     */
    static Problem of(String store, int status, String code, Throwable cause) {
        if (status == 507) return new Problem(507, "Full", "There is no room for more documents. Tell those who run this service.");
        if (status == 0) return Unavailable.now(DETAIL, store + " cannot be reached (" + last(cause) + ")", cause);
        var answer = store + " answers " + status + (code == null ? "" : " " + code);
        if (status >= 500 || status == 408 || status == 409 || status == 429) return Unavailable.now(DETAIL, answer, cause);
        return Unavailable.untilMended(DETAIL, answer + ": " + mend(status), cause);
    }

    /** When we do not even know who we are there. */
    static Problem withoutCredentials(String store, Throwable cause) {
        return Unavailable.untilMended(DETAIL, store + " is not asked, since there are no credentials: set those of the AWS SDK", cause);
    }

    static Problem withoutRegion(String store, Throwable cause) {
        return Unavailable.untilMended(DETAIL, store + " is not asked, since its region is not known: set S3_REGION", cause);
    }

    /** All that are read at once hold a connection each, also for slow readers. */
    static Problem crowded() {
        return Problem.busy("Too many documents are being read. Try again in a moment.", 5);
    }

    private static String mend(int status) {
        return switch (status) {
            case 301, 307, 400 -> "name its own region, in S3_REGION, and its own endpoint";
            case 401, 403 -> "let these credentials read, write, delete and list there";
            case 404 -> "make it, or name another in MEDIA_STORAGE";
            default -> "see whether the settings fit it";
        };
    }

    private static String last(Throwable cause) {
        var last = cause;
        while (last.getCause() != null && last.getCause() != last) last = last.getCause();
        return last.getClass().getSimpleName() + ": " + last.getMessage();
    }
}

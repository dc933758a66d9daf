package profiles.web;

import java.io.IOException;
import java.util.regex.Pattern;

/** Tells a full disk from other failures to write a file: Java has the system's words for it, but neither a type nor a code. */
public final class DiskFull {
    /** ENOSPC, EDQUOT and EFBIG of Linux; Windows. */
    private static final Pattern WORDS = Pattern.compile("No space left on device|quota exceeded|File too large|not enough space",
        Pattern.CASE_INSENSITIVE);

    private DiskFull() {
    }

    public static boolean isCauseOf(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && WORDS.matcher(String.valueOf(cause.getMessage())).find()) return true;
        }
        return false;
    }
}

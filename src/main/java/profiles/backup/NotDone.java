package profiles.backup;

import java.io.UncheckedIOException;

/** Why nothing was backed up or restored, in words for the operator. */
public final class NotDone extends RuntimeException {
    public NotDone(String message) {
        super(message);
    }

    NotDone(String message, Throwable cause) {
        super(message, cause);
    }

    /** What went wrong, without the name of what wraps it. */
    static String reason(Exception failed) {
        return (failed instanceof UncheckedIOException wrapper ? wrapper.getCause() : failed).getMessage();
    }
}

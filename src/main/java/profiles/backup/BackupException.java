package profiles.backup;

import java.io.UncheckedIOException;

/** Why a backup or restore was not done, for the operator. */
public final class BackupException extends RuntimeException {
    public BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What went wrong, without the name of what wraps it. */
    static String reason(Exception failed) {
        return (failed instanceof UncheckedIOException wrapper ? wrapper.getCause() : failed).getMessage();
    }
}

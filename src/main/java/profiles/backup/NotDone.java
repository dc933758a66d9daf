package profiles.backup;

/** Why nothing was backed up or restored, in words for the operator. */
public final class NotDone extends RuntimeException {
    public NotDone(String message) {
        super(message);
    }

    NotDone(String message, Throwable cause) {
        super(message, cause);
    }
}

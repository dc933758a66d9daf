package profiles;

/** Why the service does not start, in words for the one who started it. */
public final class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }
}

package profiles.config;

/** Why the service does not start, for the operator. */
public final class StartupException extends RuntimeException {
    public StartupException(String message) {
        super(message);
    }
}

package profiles.cli;

/** Why a command did not do what it was told, in words for the operator. */
public final class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }
}

package profiles.antivirus;

/** A file could not be scanned, because the scanner is away, slow, overloaded, or answers something unknown. */
public final class ScanFailedException extends Exception {
    private final boolean crowded;

    private ScanFailedException(String why, boolean crowded, Throwable cause) {
        super(why, cause);
        this.crowded = crowded;
    }

    ScanFailedException(String why, Throwable cause) {
        this(why, false, cause);
    }

    ScanFailedException(String why) {
        this(why, false, null);
    }

    /** By other files: those who send many could bring it about. */
    static ScanFailedException overloaded(String why) {
        return new ScanFailedException(why, true, null);
    }

    boolean isOverloaded() {
        return crowded;
    }
}

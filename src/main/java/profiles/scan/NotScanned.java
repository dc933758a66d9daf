package profiles.scan;

/** A file could not be looked at: not because of what it is, but because the scanner is away, slow, crowded, or says what is not understood. */
public final class NotScanned extends Exception {
    private final boolean crowded;

    private NotScanned(String why, boolean crowded, Throwable cause) {
        super(why, cause);
        this.crowded = crowded;
    }

    NotScanned(String why, Throwable cause) {
        this(why, false, cause);
    }

    NotScanned(String why) {
        this(why, false, null);
    }

    /** By other files: those who send many could bring it about. */
    static NotScanned crowded(String why) {
        return new NotScanned(why, true, null);
    }

    boolean crowded() {
        return crowded;
    }
}

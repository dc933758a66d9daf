package profiles.scan;

/** A file could not be looked at: not because of what it is, but because the scanner is away, slow, or says what is not understood. */
public final class NotScanned extends Exception {
    NotScanned(String why, Throwable cause) {
        super(why, cause);
    }

    NotScanned(String why) {
        this(why, null);
    }
}

package profiles.antivirus;

/**
 * What a scanner says of a file.
 *
 * @param signature the name of what was found, in printable ASCII; null for nothing
 */
public record ScanResult(Kind kind, String signature) {

    /** A file over the scanner's own limit was not looked at whole, and can never be. */
    public enum Kind { CLEAN, FOUND, TOO_LARGE }

    public static final ScanResult CLEAN = new ScanResult(Kind.CLEAN, null), TOO_LARGE = new ScanResult(Kind.TOO_LARGE, null);

    static ScanResult found(String signature) {
        return new ScanResult(Kind.FOUND, signature);
    }
}

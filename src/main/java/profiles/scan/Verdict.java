package profiles.scan;

/**
 * What a scanner says of a file.
 *
 * @param signature the name of what was found, in printable ASCII; null for nothing
 */
public record Verdict(Kind kind, String signature) {

    /** A file over the scanner's own limit was not looked at whole, and can never be. */
    public enum Kind { CLEAN, FOUND, TOO_LARGE }

    public static final Verdict CLEAN = new Verdict(Kind.CLEAN, null), TOO_LARGE = new Verdict(Kind.TOO_LARGE, null);

    static Verdict found(String signature) {
        return new Verdict(Kind.FOUND, signature);
    }
}

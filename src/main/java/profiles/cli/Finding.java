package profiles.cli;

/**
 * One thing that a check has looked at.
 *
 * @param text how it is; where it is wrong, also how to mend it
 */
public record Finding(boolean fine, String text) {

    public static Finding fine(String text) {
        return new Finding(true, text);
    }

    public static Finding wrong(String text, String mend) {
        return new Finding(false, text + " " + mend);
    }
}

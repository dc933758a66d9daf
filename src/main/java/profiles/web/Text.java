package profiles.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** What people may type. Lengths are in code points; blanks at the ends do not count. */
public final class Text {
    private static final int REPLACEMENT = 0xFFFD;
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}&&[^\\t]]"), UNSHOWN_IN_LINES = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");

    private Text() {
    }

    /** A single line. @return it without blanks at the ends, also where it is wrong, so that it can be shown again */
    public static String line(String field, String typed, int most, Errors errors) {
        var text = typed.strip();
        if (!oneLine(text)) errors.on(field, "Use no line breaks or control characters.");
        judge(field, text, most, errors);
        return text;
    }

    /** Lines, ended as the browser ended them; a line's end counts as one. */
    public static String lines(String field, String typed, int most, Errors errors) {
        var text = typed.strip();
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'))
            errors.on(field, "Use no control characters.");
        judge(field, text.replace("\r\n", "\n"), most, errors);
        return text;
    }

    /** Whether it has no line breaks and no other control characters. */
    public static boolean oneLine(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }

    /** What could not be decoded reaches us as U+FFFD or as half a surrogate pair; to keep it would be to lose what was meant. */
    public static boolean garbled(String text) {
        return text.codePoints().anyMatch(c -> c == REPLACEMENT || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** A line as a page can hold it: a control character that was typed is shown as U+FFFD, since HTML has none (13.2.3.5). @param text may be null, and is then */
    public static String shown(String text) {
        return text == null ? null : UNSHOWN.matcher(text).replaceAll("\uFFFD");
    }

    /** The same for lines. */
    public static String shownLines(String text) {
        return UNSHOWN_IN_LINES.matcher(text).replaceAll("\uFFFD");
    }

    /** In code points, as the databases count. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The beginning of a text, of at most so many code points. */
    public static String cut(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** What is said of a text with more characters than may be. */
    public static String tooLong(int most, int length) {
        return String.format(Locale.ROOT, "Use at most %,d characters (this has %,d).", most, length);
    }

    private static void judge(String field, String text, int most, Errors errors) {
        if (garbled(text)) errors.on(field, "Some characters could not be read. Send the text as UTF-8.");
        if (length(text) > most) errors.on(field, tooLong(most, length(text)));
    }
}

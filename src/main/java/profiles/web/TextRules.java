package profiles.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** Rules for typed texts. Lengths are in code points; blanks at the ends do not count. */
public final class TextRules {
    private static final int REPLACEMENT = 0xFFFD;
    /** Unicode's default-ignorable characters (DerivedCoreProperties), and the others of which nothing is seen. */
    private static final String INVISIBLE =
        "\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F"
        + "\\u2800\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\x{13441}\\x{13442}\\x{16FE4}"
        + "\\x{1BCA0}-\\x{1BCA3}\\x{1D159}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}";
    private static final String BLANK = "\\s\\p{Z}\\x85";
    private static final Pattern NOTHING = Pattern.compile("[" + INVISIBLE + BLANK + "]*"),
        SOMETHING_INVISIBLE = Pattern.compile("[" + INVISIBLE + "&&[^\\u200C\\u200D]]");
    /**
     * Looks like a blank. Not what belongs to the letter before it, such as a joiner or the colour of an emoji, nor what ends a change of
     * direction.
     */
    private static final String LIKE_BLANK = "\u0085\u00AD\u115F\u1160\u180E\u200B\u2060\u2800\u3164\uFEFF\uFFA0";
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}&&[^\\t]]"),
        UNSHOWN_IN_LINES = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");

    /** Said of characters that the charset of the database does not have. */
    public static final String NOT_KEPT = "The database cannot keep some of these characters. Leave them out.";

    private TextRules() {
    }

    /** A single line. @return it without blanks at the ends, also where it is wrong, so that it can be shown again */
    public static String line(String field, String typed, int max, FormErrors errors) {
        var text = strip(typed);
        if (!isOneLine(text)) errors.add(field, "Use no line breaks or control characters.");
        validate(field, text, max, errors);
        return text;
    }

    /** Lines, ended as the browser ended them; a line's end counts as one. */
    public static String lines(String field, String typed, int max, FormErrors errors) {
        var text = strip(typed);
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'))
            errors.add(field, "Use no control characters.");
        validate(field, text.replace("\r\n", "\n"), max, errors);
        return text;
    }

    /** Without blanks of any kind at the ends; "" when nothing of it can be seen. */
    public static String strip(String text) {
        if (isInvisible(text)) return "";
        int from = 0, to = text.length();
        while (from < to && isBlank(text.charAt(from))) from++;
        while (from < to && isBlank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    /** All of them are of the first plane. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || LIKE_BLANK.indexOf(c) >= 0;
    }

    /** Whether a reader sees nothing of it. */
    public static boolean isInvisible(String text) {
        return NOTHING.matcher(text).matches();
    }

    /** Whether there is something in it that nobody sees, so that it looks like another text; joiners are part of some scripts' letters. */
    public static boolean hasInvisible(String text) {
        return SOMETHING_INVISIBLE.matcher(text).find();
    }

    /** Whether it has no line breaks and no other control characters. */
    public static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }

    /** What could not be decoded reaches us as U+FFFD or as half a surrogate pair; to keep it would be to lose what was meant. */
    public static boolean isGarbled(String text) {
        return text.codePoints().anyMatch(c -> c == REPLACEMENT || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /**
     * A line as a page can hold it: a control character that was typed is shown as U+FFFD, since HTML has none (13.2.3.5). @param text may
     * be null, and is then
     */
    public static String display(String text) {
        return text == null ? null : UNSHOWN.matcher(text).replaceAll("\uFFFD");
    }

    /** The same for lines. */
    public static String displayLines(String text) {
        return UNSHOWN_IN_LINES.matcher(text).replaceAll("\uFFFD");
    }

    /** In code points, as the databases count. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The beginning of a text, of at most so many code points. */
    public static String cut(String text, int max) {
        return length(text) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }

    /** What is said of a text with more characters than may be. */
    public static String tooLong(int max, int length) {
        return String.format(Locale.ROOT, "Use at most %,d characters (this has %,d).", max, length);
    }

    private static void validate(String field, String text, int max, FormErrors errors) {
        if (isGarbled(text)) errors.add(field, "Some characters could not be read. Send the text as UTF-8.");
        if (length(text) > max) errors.add(field, tooLong(max, length(text)));
    }
}

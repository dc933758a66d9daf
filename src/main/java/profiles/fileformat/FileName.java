package profiles.fileformat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import profiles.web.TextRules;

/** Names of stored files: as the person gave them, in any script, without what could harm a file system, a header or a reader. */
public final class FileName {
    /** Of the key, in code points (the column's length), and of one name, in bytes (what file systems take). */
    private static final int KEY = 100, BYTES = 255;
    private static final String RANDOM_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM_LENGTH = 7, LONGEST_EXTENSION = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Django's form, but of all three sorts of characters: "cv_johnson.pdf" was called so by a person. */
    private static final Pattern RANDOM_END = Pattern.compile("(?<!^)_(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])[A-Za-z0-9]{7}$");
    /** Also the letters that look like blanks, of Hangul and Braille. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\u3164\uFFA0\u2800]+");
    /** Browsers write three characters so (WHATWG HTML, multipart/form-data); whatever else is sent is meant as it is (RFC 7578, 4.2). */
    private static final Pattern ESCAPED = Pattern.compile("%(?:22|0D|0A)", Pattern.CASE_INSENSITIVE);
    /**
     * Control and format characters, of which some turn the order of letters around; what is no character, or never seen; what Windows does
     * not take.
     */
    private static final Pattern DROPPED = Pattern.compile(
        "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{IsNoncharacter_Code_Point}\u034F\u115F\u1160\u17B4\u17B5\u2065\uFFF0-\uFFF8\uFFFD"
        + "\\x{E0000}-\\x{E00FF}\\x{E01F0}-\\x{E0FFF}"
        + "<>:\"|?*%&&[^\u200C\u200D]]");
    /** Joiners belong between letters of some scripts, and into emoji; elsewhere two names would look alike. */
    private static final Pattern IDLE_JOINER = Pattern.compile(
        "(?<![^\\x00-\\x7F\u200C\u200D])[\u200C\u200D]|[\u200C\u200D](?![^\\x00-\\x7F\u200C\u200D])");
    private static final Pattern RESERVED = Pattern.compile(
        "(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[\\d\u00B9\u00B2\u00B3]|lpt[\\d\u00B9\u00B2\u00B3])(\\..*)?");
    /** What a reader sees as one letter; and where that has no end, a character. */
    private static final Pattern LETTER = Pattern.compile("\\X"), CHARACTER = Pattern.compile(".", Pattern.DOTALL);

    private FileName() {
    }

    /** The last part of a key: the file's name without its folder. */
    public static String of(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** The name that the person gave, cleaned and perhaps cut: without folder, and without the end that only made it unique. */
    public static String displayName(String key) {
        var name = of(key);
        return RANDOM_END.matcher(stem(name)).replaceFirst("") + extension(name);
    }

    /**
     * What follows the last separator, in NFC; no control characters, no blanks, no dots at its ends, no names that Windows keeps for
     * itself.
     */
    public static String clean(String sent) {
        var last = Normalizer.normalize(sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1), Normalizer.Form.NFC);
        var dropped = DROPPED.matcher(BLANKS.matcher(ESCAPED.matcher(last).replaceAll("").strip()).replaceAll("_")).replaceAll("");
        // Once more, since what was between two characters may be gone now.
        var name = Normalizer.normalize(IDLE_JOINER.matcher(dropped).replaceAll("").replaceAll("^\\.+|\\.+$", ""), Normalizer.Form.NFC);
        return RESERVED.matcher(name).matches() ? "_" + name : name;
    }

    /**
     * @return {@code cvs/mycv.pdf}, cut to what the column and file systems hold; with a random end where {@link #displayName} would take
     * off one
     */
    public static String key(String folder, String name) {
        var key = fit(folder, stem(name), extension(name));
        return displayName(key).equals(of(key)) ? key : randomKey(folder, name);
    }

    /** @return another one each time, such as {@code cvs/mycv_AbC1234.pdf} */
    public static String randomKey(String folder, String name) {
        return fit(folder, stem(name), randomEnd() + extension(name));
    }

    private static String randomEnd() {
        var end = "";
        while (!RANDOM_END.matcher("cv" + end).find())
            end = "_" + RANDOM.ints(RANDOM_LENGTH, 0, RANDOM_CHARACTERS.length()).mapToObj(i -> RANDOM_CHARACTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        return end;
    }

    private static String fit(String folder, String stem, String end) {
        if (fits(folder, stem + end)) return folder + "/" + stem + end;
        var cut = cut(folder, LETTER.matcher(stem), end);
        return folder + "/" + (cut.isEmpty() ? cut(folder, CHARACTER.matcher(stem), end) : cut) + end;
    }

    private static String cut(String folder, Matcher pieces, String end) {
        var cut = "";
        while (pieces.find() && fits(folder, cut + pieces.group() + end)) cut += pieces.group();
        return cut;
    }

    private static boolean fits(String folder, String name) {
        return TextRules.length(folder + "/" + name) <= KEY && name.getBytes(StandardCharsets.UTF_8).length <= BYTES;
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - extension(name).length());
    }

    /** With its dot, "" for none; what is so long that it would be cut is none, nor is what could be one of our ends. */
    public static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 1 || name.length() - dot > LONGEST_EXTENSION || name.indexOf('_', dot) > 0 ? "" : name.substring(dot);
    }
}

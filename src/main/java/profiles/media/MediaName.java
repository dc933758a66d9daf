package profiles.media;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import profiles.web.Text;

/** Names of stored files: as the person gave them, in any script, without what could harm a file system or a header. */
final class MediaName {
    /** Of the key, in code points (the column's length), and of one name, in bytes (what file systems take). */
    private static final int KEY = 100, BYTES = 255;
    private static final String RANDOM_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM_LENGTH = 7;
    private static final SecureRandom RANDOM = new SecureRandom();

    private MediaName() {
    }

    /** What follows the last separator, in NFC; no control characters, no blanks, no leading dots, no names that Windows keeps for itself. */
    static String clean(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
            .strip().replaceAll("[\\s\\p{Z}]+", "_").replaceAll("[\\p{C}&&[^\\x{200C}\\x{200D}]]|\uFFFD", "").replaceAll("[<>:\"|?*%]", "")
            .replaceAll("^\\.+|\\.+$", "");
        // Last, since what was between two characters may be gone now.
        var name = Normalizer.normalize(last, Normalizer.Form.NFC);
        return name.matches("(?i)(con|prn|aux|nul|com[\\d\u00B9\u00B2\u00B3]|lpt[\\d\u00B9\u00B2\u00B3])(\\..*)?") ? "_" + name : name;
    }

    /** @return {@code cvs/mycv.pdf}, cut to what the column and file systems hold */
    static String key(String folder, String name) {
        return fit(folder, stem(name), extension(name));
    }

    /** @return another one each time, such as {@code cvs/mycv_AbC1234.pdf} */
    static String otherKey(String folder, String name) {
        var random = new StringBuilder("_");
        RANDOM.ints(RANDOM_LENGTH, 0, RANDOM_CHARACTERS.length()).forEach(i -> random.append(RANDOM_CHARACTERS.charAt(i)));
        return fit(folder, stem(name), random + extension(name));
    }

    private static String fit(String folder, String stem, String end) {
        var cut = stem;
        while (Text.length(folder + "/" + cut + end) > KEY || (cut + end).getBytes(StandardCharsets.UTF_8).length > BYTES)
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        return folder + "/" + cut + end;
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - extension(name).length());
    }

    /** With its dot, "" for none. A document's name has one of the extensions of its kind, so this is short. */
    static String extension(String name) {
        return name.lastIndexOf('.') < 1 ? "" : name.substring(name.lastIndexOf('.'));
    }
}

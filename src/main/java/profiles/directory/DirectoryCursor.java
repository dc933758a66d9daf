package profiles.directory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import profiles.web.Problem;

/**
 * A position between two people, from which the next or previous page is read. It is not secret and need not be valid: it only says where
 * to start.
 */
public record DirectoryCursor(boolean back, DirectorySort sort, int user, Object key) {
    private static final int LONGEST = 400;
    private static final Pattern FORM = Pattern.compile("([<>])(-?[a-z]+) ([0-9]{1,10}) (.*)", Pattern.DOTALL);

    public DirectoryCursor backward() {
        return new DirectoryCursor(true, sort, user, key);
    }

    String text() {
        var plain = (back ? "<" : ">") + sort.parameter() + " " + user + " " + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 for what we have not written, or for another order */
    static DirectoryCursor of(String text, DirectorySort sort) {
        var parts = FORM.matcher(plain(text));
        var key = parts.matches() && parts.group(2).equals(sort.parameter()) ? sort.key(parts.group(4)) : null;
        if (key == null || Long.parseLong(parts.group(3)) > Integer.MAX_VALUE)
            throw Problem.malformed("\"cursor\" is no place in this list. Begin with its first page.");
        return new DirectoryCursor(parts.group(1).equals("<"), sort, Integer.parseInt(parts.group(3)), key);
    }

    private static String plain(String text) {
        try {
            return text.length() > LONGEST ? "" : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            return "";
        }
    }
}

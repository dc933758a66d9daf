package profiles.profile;

import java.util.regex.Pattern;

/**
 * What a whole text must look like.
 *
 * @param pattern in Java's dialect, as far as JavaScript's has the same: no flags, no possessive quantifiers, no POSIX classes
 * @param message tells people what to type
 */
record TextPattern(Pattern pattern, String message) {

    boolean fits(String text) {
        return pattern.matcher(text).matches();
    }

    /** For HTML's pattern attribute, where JavaScript's v flag is on: more characters must be escaped between [ and ]. */
    String html() {
        var regex = pattern.pattern();
        var out = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < regex.length(); i++) {
            var c = regex.charAt(i);
            if (c == '\\') {
                out.append(c).append(regex.charAt(++i));
                continue;
            }
            if (depth > 0 && ("(){}/|".indexOf(c) >= 0 || c == '-' && atEdge(regex, i))) out.append('\\');
            if (c == '[') depth++;
            if (c == ']') depth--;
            out.append(c);
        }
        return out.toString();
    }

    /** A hyphen at the beginning or the end of [...] stands for itself. */
    private static boolean atEdge(String regex, int at) {
        return regex.charAt(at + 1) == ']' || regex.charAt(at - 1) == '[' || regex.startsWith("[^", at - 2);
    }
}

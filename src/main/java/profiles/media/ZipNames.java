package profiles.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names within one zip: who unpacks it must not write elsewhere, nor find another part than we did. */
final class ZipNames {
    private static final int UTF8_FLAG = 1 << 11;
    private static final Pattern BAD = Pattern.compile("|/.*|[A-Za-z]:.*|.*[\\\\\\p{Cntrl}].*|(?:.*/)?\\.{1,2}(?:/.*)?", Pattern.DOTALL);

    private final Set<String> seen = new HashSet<>();

    static String of(byte[] name, int flags) {
        return new String(name, (flags & UTF8_FLAG) == 0 ? ISO_8859_1 : UTF_8);
    }

    /** The names of parts are equal without regard to case (ISO 29500-2, 6.2.2.3). */
    void add(String name) throws Unfit {
        if (BAD.matcher(name).matches() || !seen.add(name.toLowerCase(Locale.ROOT))) throw Unfit.damaged();
    }
}

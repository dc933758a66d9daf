package profiles.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names within one zip: who unpacks it must not write elsewhere, nor find another part than we did. */
final class ZipNames {
    private static final int UTF8_FLAG = 1 << 11;
    /** In bytes. A document has names of some dozens; all are kept, so they must be bounded before they are read. */
    private static final int LONGEST = 1024;
    private static final Pattern BAD = Pattern.compile("|/.*|[A-Za-z]:.*|.*[\\\\\\p{Cntrl}].*|(?:.*/)?\\.{1,2}(?:/.*)?", Pattern.DOTALL);

    private final Set<String> seen = new HashSet<>();

    /** The next bytes of the file as a name. */
    static String read(Cursor cursor, int length, int flags) throws IOException, Unfit {
        if (length > LONGEST) throw Unfit.damaged();
        return new String(cursor.bytes(length), (flags & UTF8_FLAG) == 0 ? ISO_8859_1 : UTF_8);
    }

    /** The names of parts are equal without regard to case (ISO 29500-2, 6.2.2.3). */
    void add(String name) throws Unfit {
        if (BAD.matcher(name).matches() || !seen.add(name.toLowerCase(Locale.ROOT))) throw Unfit.damaged();
    }
}

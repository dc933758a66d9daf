package profiles.fileformat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The entry names of one zip. Unpacking them must not write elsewhere, and no program may find another entry than we did. */
final class ZipEntryNames {
    private static final int UTF8_FLAG = 1 << 11;
    /** In bytes. A document has names of some dozens; all are kept, so they must be bounded before they are read. */
    private static final int LONGEST = 1024;
    private static final Pattern BAD = Pattern.compile("|/.*|[A-Za-z]:.*|.*[\\\\\\p{Cntrl}].*|(?:.*/)?\\.{1,2}(?:/.*)?", Pattern.DOTALL);

    private final Set<String> seen = new HashSet<>();

    /** The next bytes of the file as a name; old programs of Windows write its separator. */
    static String read(ByteReader reader, int length, int flags) throws IOException, RejectedFile {
        if (length > LONGEST) throw RejectedFile.damaged();
        return new String(reader.bytes(length), (flags & UTF8_FLAG) == 0 ? ISO_8859_1 : UTF_8).replace('\\', '/');
    }

    /** The names of parts are equal without regard to case (ISO 29500-2, 6.2.2.3). */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void add(String name) throws RejectedFile {
        if (BAD.matcher(name).matches() || !seen.add(folded(name))) throw RejectedFile.damaged();
    }
}

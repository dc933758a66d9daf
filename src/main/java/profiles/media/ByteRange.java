package profiles.media;

import java.util.Map;
import java.util.regex.Pattern;
import profiles.web.Problem;

/**
 * The part of a file that is asked for (RFC 9110, 14).
 *
 * @param from   the first byte's position
 * @param length in bytes
 */
record ByteRange(long from, long length) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

    /**
     * @param header may be null; several ranges, other units and what is malformed are ignored, as the RFC lets us
     * @return null for the whole file
     * @throws Problem 416 when no byte is within the file
     */
    static ByteRange of(String header, long size) {
        var single = SINGLE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!single.matches() || single.group(1).isEmpty() && single.group(2).isEmpty()) return null;
        return single.group(1).isEmpty() ? suffix(Long.parseLong(single.group(2)), size)
            : span(Long.parseLong(single.group(1)), single.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(single.group(2)), size);
    }

    private static ByteRange suffix(long length, long size) {
        if (length == 0 || size == 0) throw beyond(size);
        return new ByteRange(Math.max(0, size - length), Math.min(size, length));
    }

    private static ByteRange span(long first, long last, long size) {
        if (last < first) return null;
        if (first >= size) throw beyond(size);
        return new ByteRange(first, Math.min(last, size - 1) - first + 1);
    }

    private static Problem beyond(long size) {
        return new Problem(416, "Range not satisfiable", "The file has " + size + " bytes.", Map.of("Content-Range", "bytes */" + size));
    }

    /** The header of a 206. */
    String of(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}

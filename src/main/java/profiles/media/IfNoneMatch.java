package profiles.media;

import java.util.regex.Pattern;

/** Whether the asker has a file already (RFC 9110, 13.1.2). */
final class IfNoneMatch {
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private IfNoneMatch() {
    }

    /**
     * @param header a list of tags, weak or strong alike, or "*"; may be null
     * @param etag   of the file as it is now
     */
    static boolean has(String header, String etag) {
        return header != null && (header.strip().equals("*") || TAG.matcher(header).results().anyMatch(tag -> tag.group(1).equals(etag)));
    }
}

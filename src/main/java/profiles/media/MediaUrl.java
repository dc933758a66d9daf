package profiles.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The addresses of stored files. */
public final class MediaUrl {
    private static final String PREFIX = "/media/";

    private MediaUrl() {
    }

    /** @param key such as {@code cvs/mycv.pdf} */
    public static String path(String key) {
        return PREFIX + Arrays.stream(key.split("/")).map(MediaUrl::encode).collect(Collectors.joining("/"));
    }

    /** Percent-encoded as UTF-8 (RFC 3986), which is also what a header's extended value takes (RFC 8187). */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}

package profiles.web;

import java.util.Arrays;
import java.util.stream.Stream;

/** The content codings in which a file can be sent (RFC 9110, 8.4.1; RFC 7932), the tightest first. */
enum Coding {
    BROTLI("br", ".br"), GZIP("gzip", ".gz"), NONE("identity", "");

    final String token;
    /** Of the name of the file that the build makes. */
    final String end;

    Coding(String token, String end) {
        this.token = token;
        this.end = end;
    }

    /** As it is, a file is sent to everyone at last. @param accept the Accept-Encoding, or null */
    static Stream<Coding> accepted(String accept) {
        return Arrays.stream(values()).filter(coding -> coding == NONE || accept != null && coding.in(accept));
    }

    /** Named, or meant by a star while not named; a weight of nothing refuses (RFC 9110, 12.5.3). */
    private boolean in(String accept) {
        var star = false;
        for (var each : accept.replace(" ", "").split(",")) {
            var parts = each.split(";", 2);
            var wanted = parts.length == 1 || !parts[1].matches("[qQ]=0(\\.0{0,3})?");
            if (parts[0].equalsIgnoreCase(token)) return wanted;
            if (parts[0].equals("*")) star = wanted;
        }
        return star;
    }
}

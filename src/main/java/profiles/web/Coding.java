package profiles.web;

import java.util.Arrays;
import java.util.Set;

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

    /** @param accept the Accept-Encoding; null for who says nothing, and gets the file as it is */
    static Coding best(String accept, Set<Coding> there) {
        return Arrays.stream(values()).filter(there::contains).filter(coding -> coding.in(accept == null ? "" : accept)).findFirst().orElse(NONE);
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

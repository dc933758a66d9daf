package profiles.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;

/** The content codings in which a file can be sent (RFC 9110, 8.4.1; RFC 7932), the tightest first. */
public enum ContentEncoding {
    BROTLI("br", ".br"), GZIP("gzip", ".gz"), NONE("identity", "");

    public final String token;
    /** Of the name of the file that the build makes. */
    public final String end;

    ContentEncoding(String token, String end) {
        this.token = token;
        this.end = end;
    }

    /**
     * A body is read as it comes: a compressed one would be taken for an empty form.
     *
     * @throws Problem 415 (RFC 9110, 15.5.16), and 501 for a transfer coding that is not known here (RFC 9112, 6.1)
     */
    public static void check(Context ctx) {
        var transfer = ctx.header("Transfer-Encoding");
        if (transfer != null && !transfer.strip().equalsIgnoreCase("chunked")) throw Problem.unsupportedTransfer();
        for (var codings : Collections.list(ctx.req().getHeaders("Content-Encoding")))
            if (!areNone(codings)) throw Problem.unsupportedEncoding();
    }

    /** @param codings a list, as Content-Encoding has it; null for none */
    public static boolean areNone(String codings) {
        return codings == null || Arrays.stream(codings.split(",")).map(String::strip)
            .allMatch(coding -> coding.isEmpty() || coding.equalsIgnoreCase(NONE.token));
    }

    /** As it is, a file is sent to everyone at last. @param accept the Accept-Encoding, or null */
    public static Stream<ContentEncoding> accepted(String accept) {
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

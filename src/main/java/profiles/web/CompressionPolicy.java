package profiles.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Leaves uncompressed what another site makes a browser ask for: the length of a compressed page that holds both what that site chose and
 * what is private would tell it, byte by byte (BREACH; CVE-2013-3587). Browsers say where a request comes from; what does not say is
 * steered by nobody else.
 */
public final class CompressionPolicy {
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final String OFF = "compression.off";
    /** Fewer fit into one packet anyway. */
    private static final int MIN_BYTES = 1_500;

    private CompressionPolicy() {
    }

    public static void check(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) disable(ctx);
    }

    /** For this answer. */
    public static Context disable(Context ctx) {
        ctx.attribute(OFF, true);
        return ctx;
    }

    /** @return the same bytes where they are few, or the client takes them only as they are */
    public static byte[] compress(Context ctx, byte[] bytes) {
        if (ctx.attribute(OFF) != null || bytes.length < MIN_BYTES) return bytes;
        if (ContentEncoding.accepted(ctx.header("Accept-Encoding")).noneMatch(ContentEncoding.GZIP::equals)) return bytes;
        ctx.header("Content-Encoding", ContentEncoding.GZIP.token);
        var compressed = new ByteArrayOutputStream(bytes.length / 2);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return compressed.toByteArray();
    }
}

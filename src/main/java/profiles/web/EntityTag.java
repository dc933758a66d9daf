package profiles.web;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;

/** Entity tags (RFC 9110, 8.8.3) and conditional requests (13.1). */
public final class EntityTag {
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");
    private static final int BYTES = 15;

    private EntityTag() {
    }

    /** A strong one: other bytes have another. */
    public static String of(byte[] representation) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(representation);
            return "\"" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES)) + "\"";
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }

    /** Of what programs get as JSON. */
    public static String of(View view) {
        return of(Json.bytes(view));
    }

    /** Whether the asker has it already (13.1.2). */
    public static boolean isUnmodified(Context ctx, String tag) {
        return contains(header(ctx, "If-None-Match"), tag, true);
    }

    /** JSON with its tag, or a 304 to who has it. Compressed it would be other bytes under the same tag. */
    public static void respond(Context ctx, String tag, byte[] json) {
        if (isNew(ctx, tag)) ResponseWriter.set(ctx.contentType("application/json"), json);
    }

    /** The same, for bytes that the service keeps in memory anyway. */
    public static void respondShared(Context ctx, String tag, byte[] json) {
        if (isNew(ctx, tag)) ResponseWriter.setShared(ctx.contentType("application/json"), json);
    }

    private static boolean isNew(Context ctx, String tag) {
        CompressionPolicy.disable(ctx).header("ETag", tag);
        if (isUnmodified(ctx, tag)) ctx.status(304);
        return !isUnmodified(ctx, tag);
    }

    /**
     * For a method that changes something.
     *
     * @param now the tag of what is there
     * @throws Problem 412 when the asker wants to change another
     */
    public static void check(Context ctx, String now) {
        var wanted = header(ctx, "If-Match");
        if (wanted != null && !contains(wanted, now, false) || isUnmodified(ctx, now))
            throw new Problem(412, "Changed meanwhile", "This has changed since you read it. Read it again, then decide.",
                Map.of("ETag", now));
    }

    /** @param header a list of tags, or "*"; may be null @param weak whether weak tags count too (8.8.3.2) */
    public static boolean contains(String header, String tag, boolean weak) {
        return header != null && (header.strip().equals("*")
            || TAG.matcher(header).results().anyMatch(found -> found.group(2).equals(tag) && (weak || found.group(1) == null)));
    }

    /** @return the list, which may come in several lines; null for none */
    private static String header(Context ctx, String name) {
        var lines = Collections.list(ctx.req().getHeaders(name));
        return lines.isEmpty() ? null : String.join(",", lines);
    }
}

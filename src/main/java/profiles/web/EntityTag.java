package profiles.web;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;

/** Entity tags (RFC 9110, 8.8.3) and the conditions that name them: an answer that is known already, a change to what is no longer so (13.1). */
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
    public static boolean known(Context ctx, String tag) {
        return named(header(ctx, "If-None-Match"), tag, true);
    }

    /** JSON with its tag, or a 304 to who has it. Compressed it would be other bytes under the same tag. */
    public static void answer(Context ctx, String tag, byte[] json) {
        ctx.header("ETag", tag).disableCompression();
        if (known(ctx, tag)) ctx.status(304);
        else ctx.contentType("application/json").result(json);
    }

    /**
     * For a method that changes something.
     *
     * @param now the tag of what is there
     * @throws Problem 412 when the asker wants to change another
     */
    public static void check(Context ctx, String now) {
        var wanted = header(ctx, "If-Match");
        if (wanted != null && !named(wanted, now, false) || known(ctx, now))
            throw new Problem(412, "Changed meanwhile", "This has changed since you read it. Read it again, then decide.", Map.of("ETag", now));
    }

    /** @param header a list of tags, or "*"; may be null @param weak whether weak tags count too (8.8.3.2) */
    public static boolean named(String header, String tag, boolean weak) {
        return header != null && (header.strip().equals("*")
            || TAG.matcher(header).results().anyMatch(found -> found.group(2).equals(tag) && (weak || found.group(1) == null)));
    }

    /** @return the list, which may come in several lines; null for none */
    private static String header(Context ctx, String name) {
        var lines = Collections.list(ctx.req().getHeaders(name));
        return lines.isEmpty() ? null : String.join(",", lines);
    }
}

package profiles.web;

import io.javalin.http.Context;
import java.util.regex.Pattern;

/** Text is UTF-8 here: what says to be something else would be misread. */
public final class Utf8 {
    private static final Pattern OTHER = Pattern.compile(";\\s*charset(?!\\s*=\\s*\"?(utf-?8|us-ascii)\"?\\s*(;|$))", Pattern.CASE_INSENSITIVE);

    private Utf8() {
    }

    /** @throws Problem 415 */
    public static void check(Context ctx) {
        var type = ctx.header("Content-Type");
        if (type != null && OTHER.matcher(type).find()) throw Problem.unsupported("Send text as UTF-8: no other charset is understood here.");
    }
}

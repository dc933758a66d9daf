package profiles.web.response;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.regex.Pattern;

/** The client's preferences for the response of a change (RFC 7240). */
final class PreferHeader {
    private static final Pattern RETURN = Pattern.compile("(?i)(?:^|,)\\s*return\\s*=\\s*\"?(minimal|representation)\"?\\s*(?=[;,]|$)");
    private static final Pattern FLASH = Pattern.compile("(?i)(?:^|,)\\s*flash\\s*(?=[;,]|$)");

    private PreferHeader() {
    }

    /** Whether no more than that: {@code Prefer: return=minimal}. Of several, the first counts. The answer tells that it was heard. */
    static boolean isMinimal(Context ctx) {
        var request = RETURN.matcher(value(ctx));
        var minimal = request.find() && request.group(1).equalsIgnoreCase("minimal");
        if (minimal) ctx.header("Preference-Applied", "return=minimal");
        return minimal;
    }

    /** Whether the next page is to tell it: {@code Prefer: flash}, a word of ours, by which the script of a page asks, and then goes on. */
    static boolean isFlash(Context ctx) {
        return FLASH.matcher(value(ctx)).find();
    }

    private static String value(Context ctx) {
        return String.join(",", Collections.list(ctx.req().getHeaders("Prefer")));
    }
}

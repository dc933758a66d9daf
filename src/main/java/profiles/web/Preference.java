package profiles.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.regex.Pattern;

/** How the asker wants to hear that it is done (RFC 7240). */
final class Preference {
    private static final Pattern RETURN = Pattern.compile("(?i)(?:^|,)\\s*return\\s*=\\s*\"?(minimal|representation)\"?\\s*(?=[;,]|$)");
    private static final Pattern FLASH = Pattern.compile("(?i)(?:^|,)\\s*flash\\s*(?=[;,]|$)");

    private Preference() {
    }

    /** Whether no more than that: {@code Prefer: return=minimal}. Of several, the first counts. The answer tells that it was heard. */
    static boolean minimal(Context ctx) {
        var asked = RETURN.matcher(sent(ctx));
        var minimal = asked.find() && asked.group(1).equalsIgnoreCase("minimal");
        if (minimal) ctx.header("Preference-Applied", "return=minimal");
        return minimal;
    }

    /** Whether the next page is to tell it: {@code Prefer: flash}, a word of ours, by which the script of a page asks, and then goes on. */
    static boolean flash(Context ctx) {
        return FLASH.matcher(sent(ctx)).find();
    }

    private static String sent(Context ctx) {
        return String.join(",", Collections.list(ctx.req().getHeaders("Prefer")));
    }
}

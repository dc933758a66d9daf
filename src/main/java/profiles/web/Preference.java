package profiles.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.regex.Pattern;

/** Whether a program wants to hear no more than that it is done: {@code Prefer: return=minimal} (RFC 7240). */
final class Preference {
    private static final Pattern RETURN = Pattern.compile("(?i)(?:^|,)\\s*return\\s*=\\s*\"?(minimal|representation)\"?\\s*(?=[;,]|$)");

    private Preference() {
    }

    /** Of several, the first counts. The answer tells that it was heard. */
    static boolean minimal(Context ctx) {
        var asked = RETURN.matcher(String.join(",", Collections.list(ctx.req().getHeaders("Prefer"))));
        var minimal = asked.find() && asked.group(1).equalsIgnoreCase("minimal");
        if (minimal) ctx.header("Preference-Applied", "return=minimal");
        return minimal;
    }
}

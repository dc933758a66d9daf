package profiles.web;

import io.javalin.http.Context;
import java.util.Set;

/**
 * Leaves uncompressed what another site makes a browser ask for: the length of a compressed page that holds both what that site chose and what is
 * private would tell it, byte by byte (BREACH; CVE-2013-3587). Browsers say where a request comes from; what does not say is steered by nobody else.
 */
public final class Compression {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private Compression() {
    }

    public static void check(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) ctx.disableCompression();
    }
}

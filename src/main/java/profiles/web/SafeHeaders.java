package profiles.web;

import io.javalin.http.Context;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.eclipse.jetty.http.HttpFields;

/** What browsers are told with every answer (ASVS 3.4). */
@Singleton
public final class SafeHeaders {
    private static final String CSP = "Content-Security-Policy";
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A {@code blob:} is what a page's own script has made, such as a view of a file that was chosen. */
    private static final String PREVIEWS = POLICY.replace("img-src 'self'", "img-src 'self' blob:") + "; frame-src blob:";

    private static final Map<String, String> ALL = Map.of(
        CSP, POLICY,
        "X-Content-Type-Options", "nosniff",
        "X-Frame-Options", "DENY",
        "Referrer-Policy", "same-origin",
        "Cross-Origin-Opener-Policy", "same-origin",
        "Cross-Origin-Resource-Policy", "same-origin",
        // Pages are personal; what is not says so itself.
        "Cache-Control", "no-store");

    private static final String STAY_WITH_HTTPS = "Strict-Transport-Security", A_YEAR = "max-age=31536000";

    private final Origin origin;

    @Inject
    SafeHeaders(Origin origin) {
        this.origin = origin;
    }

    public void add(Context ctx) {
        ALL.forEach(ctx::header);
        if (origin.secure(ctx)) ctx.header(STAY_WITH_HTTPS, A_YEAR);
    }

    static void allowPreviews(Context ctx) {
        ctx.header(CSP, PREVIEWS);
    }

    /** For an answer that the server gives before any handler, of whose request little is known. */
    void add(HttpFields.Mutable to) {
        ALL.forEach(to::put);
        if (origin.alwaysSecure()) to.put(STAY_WITH_HTTPS, A_YEAR);
    }
}

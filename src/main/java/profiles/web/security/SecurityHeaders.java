package profiles.web.security;

import io.javalin.http.Context;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.eclipse.jetty.http.HttpFields;
import profiles.web.ExternalUrl;
import profiles.web.ResponseFormat;

/** What browsers are told with every answer (ASVS 3.4). */
@Singleton
public final class SecurityHeaders {
    private static final String CSP = "Content-Security-Policy";
    private static final String POLICY =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
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
        // Each address answers people with a page and programs with JSON, and so does each of its errors (RFC 9110, 12.5.5).
        "Vary", "Accept",
        // Pages are personal; what is not says so itself.
        "Cache-Control", "no-store");

    private static final String STAY_WITH_HTTPS = "Strict-Transport-Security", A_YEAR = "max-age=31536000";

    private final ExternalUrl externalUrl;

    @Inject
    SecurityHeaders(ExternalUrl externalUrl) {
        this.externalUrl = externalUrl;
    }

    public void add(Context ctx) {
        ALL.forEach(ctx::header);
        if (externalUrl.isHttps(ctx)) ctx.header(STAY_WITH_HTTPS, A_YEAR);
    }

    /**
     * For the answer to a person whose session is over: the browser forgets the documents that it has kept (ASVS 14.3.1). What the page's
     * script keeps stays: it is what was typed, for after the next login.
     */
    public static void clearCache(Context ctx) {
        if (ResponseFormat.of(ctx) == ResponseFormat.PAGE) ctx.header("Clear-Site-Data", "\"cache\"");
    }

    /** The answer also depends on this header of the request. One line holds all of them, since nginx passes on only one. */
    public static void vary(Context ctx, String header) {
        ctx.header("Vary", ctx.res().getHeader("Vary") + ", " + header);
    }

    public static void allowPreviews(Context ctx) {
        ctx.header(CSP, PREVIEWS);
    }

    /** For an answer that the server gives before any handler, of whose request little is known. */
    public void add(HttpFields.Mutable to) {
        ALL.forEach(to::put);
        if (externalUrl.isAlwaysHttps()) to.put(STAY_WITH_HTTPS, A_YEAR);
    }
}

package profiles.web;

import io.javalin.http.Context;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;

/** What browsers are told with every answer (ASVS 3.4). */
@Singleton
public final class SafeHeaders {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> ALL = Map.of(
        "Content-Security-Policy", POLICY,
        "X-Content-Type-Options", "nosniff",
        "X-Frame-Options", "DENY",
        "Referrer-Policy", "same-origin",
        "Cross-Origin-Opener-Policy", "same-origin",
        "Cross-Origin-Resource-Policy", "same-origin",
        // Pages are personal; what is not says so itself.
        "Cache-Control", "no-store");

    private final Origin origin;

    @Inject
    SafeHeaders(Origin origin) {
        this.origin = origin;
    }

    public void add(Context ctx) {
        ALL.forEach(ctx::header);
        if (origin.secure(ctx)) ctx.header("Strict-Transport-Security", "max-age=31536000");
    }

    /** For answers outside of any handler. */
    static Map<String, String> all() {
        return ALL;
    }
}

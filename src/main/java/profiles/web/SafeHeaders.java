package profiles.web;

import io.javalin.http.Context;
import javax.inject.Inject;
import javax.inject.Singleton;

/** What browsers are told with every answer (ASVS 3.4). */
@Singleton
public final class SafeHeaders {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Origin origin;

    @Inject
    SafeHeaders(Origin origin) {
        this.origin = origin;
    }

    public void add(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        // Pages are personal; what is not says so itself.
        ctx.header("Cache-Control", "no-store");
        if (origin.secure(ctx)) ctx.header("Strict-Transport-Security", "max-age=31536000");
    }
}

package profiles.web.security;

import io.javalin.http.Context;
import java.util.Set;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.config.Config;

/**
 * Lets pages of other origins speak for their visitors (the Fetch standard's CORS protocol): those that {@code CORS_ORIGINS} names, with
 * cookie or token, where programs are answered. To any other origin nothing is said of it, and its browser keeps the answer to itself.
 */
@Singleton
public final class Cors {
    /** What programs use, and what signs them in. */
    private static final Pattern OPEN = Pattern.compile("/(api|accounts|media)(/.*)?");
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE",
        HEADERS = "Authorization, Content-Type, Accept, If-Match, If-None-Match, If-Range, Range, Prefer",
        EXPOSED = "ETag, Location, Retry-After, WWW-Authenticate, Allow, Preference-Applied, Content-Disposition, Content-Range, "
        + "Accept-Ranges";
    /** What a browser may remember of a preflight, in seconds: Chromium's own limit. */
    private static final String TWO_HOURS = "7200";

    private final Set<String> origins;

    @Inject
    Cors(Config config) {
        this.origins = config.corsOrigins();
    }

    /** Before any handler: a preflight (one asks what it may, and has no cookie) needs none. */
    public void answer(Context ctx) {
        if (origins.isEmpty() || !open(ctx)) return;
        SecurityHeaders.vary(ctx, "Origin");
        if (!allows(ctx)) return;
        ctx.header("Access-Control-Allow-Origin", ctx.header("Origin"));
        ctx.header("Access-Control-Allow-Credentials", "true");
        ctx.header("Access-Control-Expose-Headers", EXPOSED);
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        if (ctx.method().name().equals("OPTIONS") && ctx.header("Access-Control-Request-Method") != null) preflight(ctx);
    }

    /** Whether the page that makes the browser send this is one of those named. Browsers tell the origin, and let no page forge it. */
    boolean allows(Context ctx) {
        var origin = ctx.header("Origin");
        return origin != null && origins.contains(origin) && open(ctx);
    }

    private static void preflight(Context ctx) {
        ctx.header("Access-Control-Allow-Methods", METHODS);
        ctx.header("Access-Control-Allow-Headers", HEADERS);
        ctx.header("Access-Control-Max-Age", TWO_HOURS);
        ctx.status(204).skipRemainingHandlers();
    }

    private static boolean open(Context ctx) {
        return OPEN.matcher(ctx.path()).matches();
    }
}

package profiles.web.security;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.config.Config;
import profiles.web.Authorization;
import profiles.web.Problem;

/**
 * Refuses what another site makes a browser send (CSRF; ASVS 3.5.1). Browsers say where a request comes from, in {@code Sec-Fetch-Site} or
 * at least in {@code Origin}; what says neither is no browser, and holds no cookie that somebody else could use. A Bearer token needs no
 * check, since no browser sends one of itself; a Basic password does, since browsers remember it and send it like a cookie. Origins that
 * {@link Cors} names are no other site.
 */
@Singleton
public final class CsrfFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final String REFUSED = "cross-site";

    private final String baseUrl;

    private final Cors cors;

    @Inject
    CsrfFilter(Config config, Cors cors) {
        this.baseUrl = config.baseUrl();
        this.cors = cors;
    }

    /** @throws Problem 403 */
    public void check(Context ctx) {
        if (isSafeMethod(ctx) || Authorization.isBearer(ctx) || cors.allows(ctx)) return;
        var site = ctx.header("Sec-Fetch-Site");
        var own = site == null ? isOwnOrigin(ctx) : site.equals("same-origin") || site.equals("none");
        if (own) return;
        ctx.attribute(REFUSED, true);
        throw Problem.forbidden("This request came from another site, so nothing was done. Open the page here and try again.");
    }

    /** Whether this request was refused for where it came from. */
    public static boolean isForged(Context ctx) {
        return ctx.attribute(REFUSED) != null;
    }

    /** Whether the method only reads (RFC 9110, 9.2.1), both as sent and as a header may override it. */
    public static boolean isSafeMethod(Context ctx) {
        return SAFE.contains(ctx.method().name()) && SAFE.contains(ctx.req().getMethod());
    }

    private boolean isOwnOrigin(Context ctx) {
        var origin = ctx.header("Origin");
        return origin == null || origin.equals(baseUrl) || authority(origin).equalsIgnoreCase(ctx.header("Host"));
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}

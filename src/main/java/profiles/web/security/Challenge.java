package profiles.web.security;

import io.javalin.http.Context;
import java.util.Map;
import profiles.web.Authorization;
import profiles.web.Problem;
import profiles.web.ResponseFormat;

/** The authentication schemes that a 401 offers (RFC 9110, 11.6.1). */
public final class Challenge {
    private static final String HEADER = "WWW-Authenticate";
    private static final String BEARER = "Bearer realm=\"profiles\"", BASIC = "Basic realm=\"profiles\", charset=\"UTF-8\"";

    private Challenge() {
    }

    static Problem unauthorized(Context ctx) {
        return new Problem(401, "Not signed in", Authorization.isPresent(ctx)
            ? "These credentials are not right: a password may be wrong, a token may have expired or been revoked." : "Sign in first.");
    }

    /** A 403 for credentials that are right, but do not reach so far (RFC 6750, 3.1). */
    static Problem insufficient(String detail) {
        return new Problem(403, "Forbidden", detail, Map.of(HEADER, BEARER + ", error=\"insufficient_scope\""));
    }

    /**
     * One line for each scheme. A browser, or its script, is not told of Basic: it would open a window of its own, and keep the password.
     */
    public static void add(Context ctx) {
        ctx.res().addHeader(HEADER, Authorization.isBearer(ctx) ? BEARER + ", error=\"invalid_token\"" : BEARER);
        if (ctx.header("Sec-Fetch-Site") == null && ctx.header("Origin") == null && ResponseFormat.of(ctx) == ResponseFormat.JSON)
            ctx.res().addHeader(HEADER, BASIC);
    }
}

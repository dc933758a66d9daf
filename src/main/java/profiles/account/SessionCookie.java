package profiles.account;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import javax.inject.Inject;
import profiles.web.Authorization;
import profiles.web.Origin;

/** The cookie that holds a session's token: for this host alone over HTTPS, never for scripts (ASVS 3.3). */
final class SessionCookie {
    /** No Max-Age: the browser forgets it when it is closed. */
    private static final int UNTIL_CLOSED = -1;

    private final Origin origin;

    @Inject
    SessionCookie(Origin origin) {
        this.origin = origin;
    }

    /** @return null when there is none, and when an Authorization header speaks instead: such a request may come from any site */
    String read(Context ctx) {
        return Authorization.in(ctx) ? null : ctx.cookie(name(ctx));
    }

    void write(Context ctx, String token, Stay stay) {
        ctx.cookie(cookie(ctx, token, stay == Stay.REMEMBERED ? (int) stay.absolute.toSeconds() : UNTIL_CLOSED));
    }

    void clear(Context ctx) {
        ctx.cookie(cookie(ctx, "", 0));
    }

    private Cookie cookie(Context ctx, String value, int seconds) {
        return new Cookie(name(ctx), value, "/", seconds, origin.secure(ctx), true, null, SameSite.LAX);
    }

    private String name(Context ctx) {
        return origin.secure(ctx) ? "__Host-session" : "session";
    }
}

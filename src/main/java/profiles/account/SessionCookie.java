package profiles.account;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import javax.inject.Inject;
import profiles.web.Origin;

/** The cookie that holds a session's token: for this host alone over HTTPS, never for scripts (ASVS 3.3). */
final class SessionCookie {
    private final Origin origin;

    @Inject
    SessionCookie(Origin origin) {
        this.origin = origin;
    }

    /** @return null when there is none */
    String read(Context ctx) {
        return ctx.cookie(name(ctx));
    }

    void write(Context ctx, String token) {
        ctx.cookie(cookie(ctx, token, (int) Session.ABSOLUTE.toSeconds()));
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

package profiles.account;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import javax.inject.Inject;
import profiles.Config;
import profiles.web.Authorization;

/** The cookie that holds a session's token: for this host alone over HTTPS, never for scripts (ASVS 3.3). */
final class SessionCookie {
    /** No Max-Age: the browser forgets it when it is closed. */
    private static final int UNTIL_CLOSED = -1;

    private final boolean secure;
    private final String name;

    @Inject
    SessionCookie(Config config) {
        this.secure = config.secure();
        this.name = secure ? "__Host-session" : "session";
    }

    /** @return null when there is none, and when an Authorization header speaks instead: such a request may come from any site */
    String read(Context ctx) {
        return Authorization.in(ctx) ? null : ctx.cookie(name);
    }

    void write(Context ctx, String token, Stay stay) {
        ctx.cookie(cookie(token, stay == Stay.REMEMBERED ? (int) stay.absolute.toSeconds() : UNTIL_CLOSED));
    }

    void clear(Context ctx) {
        ctx.cookie(cookie("", 0));
    }

    private Cookie cookie(String value, int seconds) {
        return new Cookie(name, value, "/", seconds, secure, true, null, SameSite.LAX);
    }
}

package profiles.account;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import javax.inject.Inject;
import profiles.Config;

/** The cookie that holds a session's token: for this host alone over HTTPS, never for scripts (ASVS 3.3). */
final class SessionCookie {
    private final boolean secure;
    private final String name;

    @Inject
    SessionCookie(Config config) {
        this.secure = config.secure();
        this.name = secure ? "__Host-session" : "session";
    }

    /** @return null when there is none */
    String read(Context ctx) {
        return ctx.cookie(name);
    }

    void write(Context ctx, String token) {
        ctx.cookie(cookie(token, (int) Session.ABSOLUTE.toSeconds()));
    }

    void clear(Context ctx) {
        ctx.cookie(cookie("", 0));
    }

    private Cookie cookie(String value, int seconds) {
        return new Cookie(name, value, "/", seconds, secure, true, null, SameSite.LAX);
    }
}

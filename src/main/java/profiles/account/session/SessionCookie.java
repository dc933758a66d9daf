package profiles.account.session;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import javax.inject.Inject;
import profiles.account.SessionLifetime;
import profiles.web.Authorization;
import profiles.web.ExternalUrl;

/** The cookie with the session's token: for this host only over HTTPS, never readable by scripts (ASVS 3.3). */
final class SessionCookie {
    /** No Max-Age: the browser forgets it when it is closed. */
    private static final int UNTIL_CLOSED = -1;

    private final ExternalUrl externalUrl;

    @Inject
    SessionCookie(ExternalUrl externalUrl) {
        this.externalUrl = externalUrl;
    }

    /** @return null when there is none, and when an Authorization header speaks instead: such a request may come from any site */
    String read(Context ctx) {
        return Authorization.isPresent(ctx) ? null : ctx.cookie(name(ctx));
    }

    void write(Context ctx, String token, SessionLifetime lifetime) {
        ctx.cookie(cookie(ctx, token, lifetime == SessionLifetime.REMEMBERED ? (int) lifetime.absolute.toSeconds() : UNTIL_CLOSED));
    }

    void clear(Context ctx) {
        ctx.cookie(cookie(ctx, "", 0));
    }

    private Cookie cookie(Context ctx, String value, int seconds) {
        return new Cookie(name(ctx), value, "/", seconds, externalUrl.isHttps(ctx), true, null, SameSite.LAX);
    }

    private String name(Context ctx) {
        return externalUrl.isHttps(ctx) ? "__Host-session" : "session";
    }
}

package profiles.web.response;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Arrays;

/** A message that the next page shows, once. The cookie only names it, so nobody can put words on our pages. */
public enum Flash {
    SAVED("Your profile was saved."),
    WELCOME("Welcome! Your account is ready. Tell us about yourself."),
    LOGGED_OUT("You are logged out."),
    SESSION_ENDED("That device is logged out."),
    OTHERS_ENDED("You are logged out everywhere else."),
    TOKEN_REVOKED("The token is revoked."),
    PASSWORD_CHANGED("Your password is changed, and you are logged out everywhere else."),
    RESET_MAILED("If an account has this address, a mail with a link is on its way."),
    PASSWORD_RESET("Your password is changed. Log in with the new one."),
    EMAIL_MAILED("A mail is on its way to that address. Open the link in it to confirm the address."),
    EMAIL_CONFIRMED("Your e-mail address is confirmed."),
    MEMBER_SAVED("The profile was saved."),
    RESET_SENT("A mail with a link is on its way to the member."),
    ALL_ENDED("The member is logged out everywhere, and all tokens are revoked."),
    ACTIVATED("The account is active again."),
    DEACTIVATED("The account is deactivated, logged out everywhere, and without tokens."),
    MADE_STAFF("The member is staff now."),
    UNMADE_STAFF("The member is not staff any more."),
    MADE_SUPERUSER("The member is a superuser now."),
    UNMADE_SUPERUSER("The member is not a superuser any more."),
    FAREWELL("Your account and all that belonged to it are deleted. Farewell!");

    private static final String COOKIE = "flash";
    private static final int SECONDS = 60;

    private final String text;

    Flash(String text) {
        this.text = text;
    }

    void show(Context ctx, boolean secure) {
        ctx.cookie(new Cookie(COOKIE, name(), "/", SECONDS, secure, true, null, SameSite.LAX));
    }

    /** @return the message that waits, or null */
    static String take(Context ctx) {
        var name = ctx.cookie(COOKIE);
        // It waits for the page itself: HEAD shows nothing.
        if (name == null || ctx.req().getMethod().equals("HEAD")) return null;
        ctx.removeCookie(COOKIE);
        return Arrays.stream(values()).filter(flash -> flash.name().equals(name)).map(flash -> flash.text).findFirst().orElse(null);
    }
}

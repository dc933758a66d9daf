package profiles.account.session;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.inject.Inject;
import profiles.account.User;
import profiles.web.Authorization;
import profiles.web.ExternalUrl;

/**
 * Remembers in a browser that the owner of an account has logged in with it, so that strangers who guess at the same address keep nobody
 * out (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). It opens nothing, and names nobody. Its key is the stored password
 * hash: so it needs no row, and ends with the password.
 */
public final class DeviceCookie {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final String ALGORITHM = "HmacSHA256";

    private final ExternalUrl externalUrl;
    private final Clock clock;

    @Inject
    DeviceCookie(ExternalUrl externalUrl, Clock clock) {
        this.externalUrl = externalUrl;
        this.clock = clock;
    }

    void write(Context ctx, User user) {
        var until = clock.instant().plus(KEPT).getEpochSecond();
        ctx.cookie(new Cookie(name(ctx), until + "." + mac(user, until), "/", (int) KEPT.toSeconds(), externalUrl.isHttps(ctx), true, null,
            SameSite.LAX));
    }

    /** @return what tells the device from others; null when it is not known as one of this user */
    public String find(Context ctx, User user) {
        var value = Authorization.isPresent(ctx) ? null : ctx.cookie(name(ctx));
        if (user == null || value == null || !value.matches("[0-9]{1,12}\\.[A-Za-z0-9_-]{43}")) return null;
        var until = Long.parseLong(value.substring(0, value.indexOf('.')));
        var expected = until + "." + mac(user, until);
        var same = MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.US_ASCII));
        return same && clock.instant().getEpochSecond() < until ? value : null;
    }

    private static String mac(User user, long until) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(user.password().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                mac.doFinal(("device " + user.id + " " + until).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException never) {
            throw new AssertionError(never);
        }
    }

    private String name(Context ctx) {
        return externalUrl.isHttps(ctx) ? "__Host-device" : "device";
    }
}

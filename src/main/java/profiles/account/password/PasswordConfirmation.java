package profiles.account.password;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.ratelimit.RateLimits;
import profiles.web.FormErrors;
import profiles.web.InvalidForm;
import profiles.web.View;

/** Asks for the member's password before a sensitive change (ASVS 7.5.1), with the same rate limit as the login. */
public final class PasswordConfirmation {
    public static final String FIELD = "password";
    /** So long after the login it is not asked for again by {@link #confirm}. */
    private static final Duration RECENT = Duration.ofMinutes(10);
    public static final String WRONG = "This is not your password. Type it again.";

    private final PasswordHasher passwords;
    private final RateLimits rateLimits;
    private final Clock clock;

    @Inject
    PasswordConfirmation(PasswordHasher passwords, RateLimits rateLimits, Clock clock) {
        this.passwords = passwords;
        this.rateLimits = rateLimits;
        this.clock = clock;
    }

    /** Whether the login was so recent that the password is not needed. */
    public boolean isRecent(Context ctx) {
        return clock.instant().isBefore(Member.of(ctx).session().started.plus(RECENT));
    }

    /**
     * Before what a thief of an open session would do (ASVS 7.5.2). Never call it in a transaction.
     *
     * @param form to be shown again, with the field for the password
     * @throws InvalidForm when the password is wrong, or is needed and was not sent
     */
    public void confirm(Context ctx, String typed, View form) {
        if (typed.isEmpty() && isRecent(ctx)) return;
        if (typed.isEmpty()) new FormErrors().add(FIELD, "Type your password: it is some time since you logged in.").check(form);
        if (!matches(ctx, typed, form)) new FormErrors().add(FIELD, WRONG).check(form);
    }

    /**
     * Never call it in a transaction.
     *
     * @param form to be shown again when it was tried too often
     * @throws profiles.web.Problem 429, or 503 when too many wait already
     */
    public boolean matches(Context ctx, String typed, View form) {
        var member = Member.of(ctx);
        var user = member.user();
        // Strangers at the same address keep nobody from this who is logged in.
        var device = member.hasSession() ? "session " + member.session().id : null;
        try (var attempt = rateLimits.password(ctx, user.username(), device, form)) {
            var right = passwords.matches(typed, user);
            if (!right) attempt.count();
            return right;
        }
    }
}

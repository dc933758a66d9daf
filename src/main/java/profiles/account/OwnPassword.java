package profiles.account;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.throttle.Throttle;
import profiles.web.View;

/** A member's own password, asked for again before what matters (ASVS 7.5.1), and guessed at no more often than at the login. */
public final class OwnPassword {
    /** What is said beside the field. */
    public static final String WRONG = "This is not your password. Type it again.";

    private final Passwords passwords;
    private final Throttle throttle;

    @Inject
    OwnPassword(Passwords passwords, Throttle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * Never call it in a transaction.
     *
     * @param form to be shown again when it was tried too often
     * @throws profiles.web.Problem 429, or 503 when too many wait already
     */
    public boolean is(Context ctx, String typed, View form) {
        var user = Member.of(ctx).user();
        try (var attempt = throttle.password(ctx, user.username(), form)) {
            var right = passwords.matches(typed, user);
            if (!right) attempt.count();
            return right;
        }
    }
}

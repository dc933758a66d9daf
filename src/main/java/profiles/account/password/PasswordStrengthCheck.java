package profiles.account.password;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.User;
import profiles.config.Config;
import profiles.ratelimit.RateLimits;
import profiles.web.FormErrors;
import profiles.web.View;

/**
 * Checks how hard new passwords are to guess. A hostile text takes a tenth of a second of a processor, as much as two hashes. So checks
 * share the limiter of hashes, and a rate limit counts them.
 */
@Singleton
public final class PasswordStrengthCheck {
    private static final int SHORTEST_LABEL = 4;

    private final HashingLimiter limiter;
    private final RateLimits rateLimits;
    private final List<String> ofTheHost;

    @Inject
    PasswordStrengthCheck(HashingLimiter limiter, RateLimits rateLimits, Config config) {
        this.limiter = limiter;
        this.rateLimits = rateLimits;
        this.ofTheHost = config.baseUrl() == null ? List.of() : labels(URI.create(config.baseUrl()).getHost());
    }

    /** Of a guest's password, who is known by the address alone, or of a member's, whom no stranger at the same address keeps from it. */
    public PasswordPolicy.Strength forRequest(Context ctx, User user) {
        return (field, password, ownNames, form, errors) -> {
            rateLimits.strength(ctx, user == null ? null : user.username(), form);
            validate(field, password, ownNames, form, errors);
        };
    }

    /** For commands, which nothing slows down. */
    public void validate(String field, String password, List<String> ownNames, View form, FormErrors errors) {
        limiter.runInTurn(1, () -> PasswordStrength.of(password, ownNames, ofTheHost)).validate(field, errors);
    }

    private static List<String> labels(String host) {
        return host == null ? List.of() : Stream.of(host.toLowerCase(Locale.ROOT).split("[.-]"))
            .filter(label -> label.length() >= SHORTEST_LABEL).toList();
    }
}

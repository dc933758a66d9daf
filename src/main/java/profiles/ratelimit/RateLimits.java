package profiles.ratelimit;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.config.Config;
import profiles.ratelimit.Attempt.Place;
import profiles.web.ClientAddress;
import profiles.web.InvalidForm;
import profiles.web.Problem;
import profiles.web.View;

/**
 * Limits how often passwords, resets and registrations are tried (ASVS 2.4.1, 6.1.1, 6.3.1). Guesses count for the client's address, so
 * that nobody can lock another user out. Each copy of the service counts for itself. Over a limit the response is a 429 with {@code
 * Retry-After}.
 */
@Singleton
public final class RateLimits {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);

    private final ClientAddress client;
    private final AuditTrail audit;
    private final boolean on;
    private final UnlistedProxyWarning unlistedProxy;
    private final SlidingWindowLimit passwordsOfAccount, passwordsOfAddress, morePasswordsOfAddress, passwordsOfDevice, resetsOfAccount,
        resetsOfAddress,
        resetsByStaff, confirmationsOfBox, confirmationsOfAddress, registrations, strengthChecks;

    @Inject
    RateLimits(Config config, ClientAddress client, AuditTrail audit, Clock clock) {
        this.client = client;
        this.audit = audit;
        this.on = config.throttle();
        this.unlistedProxy = new UnlistedProxyWarning(client, clock);
        this.passwordsOfAccount = new SlidingWindowLimit(5, Duration.ofMinutes(5), clock);
        this.passwordsOfAddress = new SlidingWindowLimit(30, Duration.ofMinutes(1), clock);
        this.morePasswordsOfAddress = new SlidingWindowLimit(60, Duration.ofMinutes(1), clock);
        this.passwordsOfDevice = new SlidingWindowLimit(5, Duration.ofMinutes(5), clock);
        this.resetsOfAccount = new SlidingWindowLimit(5, Duration.ofHours(1), clock);
        this.resetsOfAddress = new SlidingWindowLimit(20, Duration.ofHours(1), clock);
        this.resetsByStaff = new SlidingWindowLimit(5, Duration.ofHours(1), clock);
        this.confirmationsOfBox = new SlidingWindowLimit(5, Duration.ofHours(1), clock);
        this.confirmationsOfAddress = new SlidingWindowLimit(20, Duration.ofHours(1), clock);
        this.registrations = new SlidingWindowLimit(20, Duration.ofHours(1), clock);
        this.strengthChecks = new SlidingWindowLimit(30, Duration.ofMinutes(1), clock);
        if (!on) LOG.warn("THROTTLE is off: passwords can be guessed without end. This is for benchmarks and load tests alone.");
    }

    /**
     * Before a password is checked, wherever one is asked for. Only wrong ones count, so the caller tells of them: a right one neither adds
     * to the count nor clears it, which someone with an account of their own would use.
     *
     * @param username as typed, so that the answer tells nothing of whose it is
     * @param device   one that the account's owner is known to use; null where none is
     * @param form     to be shown again; null where there is none
     * @throws Problem 429
     */
    public Attempt password(Context ctx, String username, String device, View form) {
        unlistedProxy.watch(ctx, AccountKey.of(username));
        var request = new Asked(ctx, username, form);
        if (device != null) return begin(new Attempt(), request, new Place(passwordsOfDevice, device));
        var network = network(ctx);
        var ofAccount = new Place(passwordsOfAccount, AccountKey.of(username) + " " + network);
        var attempt = new Attempt();
        var refusal = on ? attempt.take(new Place(passwordsOfAddress, network)) : null;
        if (refusal == null) return begin(attempt, request, ofAccount);
        attempt.refuseIfWrong(refused(request, refusal));
        return begin(attempt, request, new Place(morePasswordsOfAddress, network), ofAccount);
    }

    /** Whether attempts at both names count together. */
    public boolean countsAsOne(String name, String other) {
        return AccountKey.of(name).equals(AccountKey.of(other));
    }

    /**
     * Before a way to reset a password is sent. It counts for the account wherever it comes from: the mails reach its owner, who needs no
     * more of them; the address counts too, against mail to everybody.
     *
     * @param account the e-mail address or name as typed, known or not
     * @throws Problem 429
     */
    public void reset(Context ctx, String account, View form) {
        count(new Asked(ctx, account, form), new Place(resetsOfAddress, network(ctx)), new Place(resetsOfAccount, AccountKey.of(account)));
    }

    /**
     * Before staff send a reset link. It counts apart, so that strangers who request resets do not keep staff from helping.
     *
     * @throws Problem 429
     */
    public void resetByStaff(Context ctx, String email, View form) {
        count(new Asked(ctx, email, form), new Place(resetsByStaff, AccountKey.of(email)));
    }

    /**
     * Before a link is mailed to an e-mail address that a member has named, and that may be anybody's. It counts apart from resets: nobody
     * who asks for those keeps the owner from confirming an address. @throws Problem 429
     */
    public void confirmation(Context ctx, String email, View form) {
        count(new Asked(ctx, email, form), new Place(confirmationsOfAddress, network(ctx)),
            new Place(confirmationsOfBox, AccountKey.of(email)));
    }

    /**
     * Before an account is made of a right form; also one whose name is taken counts, since it tells who has an account. @throws Problem
     * 429
     */
    public void registration(Context ctx, String username, View form) {
        count(new Asked(ctx, username, form), new Place(registrations, network(ctx)));
    }

    /** Before a new password's strength is judged. @param username null for a guest, for whom the address counts @throws Problem 429 */
    public void strength(Context ctx, String username, View form) {
        count(new Asked(ctx, username == null ? "" : username, form),
            new Place(strengthChecks, username == null ? network(ctx) : AccountKey.of(username) + " " + network(ctx)));
    }

    private void count(Asked request, Place... places) {
        try (var attempt = begin(new Attempt(), request, places)) {
            attempt.count();
        }
    }

    private Attempt begin(Attempt attempt, Asked request, Place... places) {
        if (!on) return attempt;
        for (var place : places) {
            var refusal = attempt.take(place);
            if (refusal == null) continue;
            attempt.close();
            throw refused(request, refusal);
        }
        return attempt;
    }

    /** One event for all refusals in a row: a flood must not fill the trail. */
    private Problem refused(Asked request, AttemptWindow.Refusal refusal) {
        if (refusal.first()) audit.recordAttempt(request.ctx(), AuditAction.TRIED_TOO_OFTEN, request.name(), null);
        return InvalidForm.with(request.form(), RetryAfter.of(refusal.pause()).problem());
    }

    private String network(Context ctx) {
        return client.of(ctx).network();
    }

    private record Asked(Context ctx, String name, View form) {
    }
}

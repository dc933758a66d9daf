package profiles.throttle;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.Config;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.throttle.Attempt.Place;
import profiles.web.ClientAddress;
import profiles.web.Invalid;
import profiles.web.Problem;
import profiles.web.View;

/**
 * How often may be tried what can be guessed or abused (ASVS 2.4.1, 6.1.1, 6.3.1). Guesses at an account count for the address they come from,
 * so that nobody locks another out. Each copy of the service counts for itself, from its start on. Over a limit: 429, with {@code Retry-After}.
 */
@Singleton
public final class Throttle {
    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);

    private final ClientAddress client;
    private final Audit audit;
    private final boolean on;
    private final Limit passwordsOfAccount, passwordsOfAddress, resetsOfAccount, resetsOfAddress, resetsByStaff, confirmationsOfBox, confirmationsOfAddress,
        registrations;

    @Inject
    Throttle(Config config, ClientAddress client, Audit audit, Clock clock) {
        this.client = client;
        this.audit = audit;
        this.on = config.throttle();
        this.passwordsOfAccount = new Limit(5, Duration.ofMinutes(5), clock);
        this.passwordsOfAddress = new Limit(30, Duration.ofMinutes(1), clock);
        this.resetsOfAccount = new Limit(5, Duration.ofHours(1), clock);
        this.resetsOfAddress = new Limit(20, Duration.ofHours(1), clock);
        this.resetsByStaff = new Limit(5, Duration.ofHours(1), clock);
        this.confirmationsOfBox = new Limit(5, Duration.ofHours(1), clock);
        this.confirmationsOfAddress = new Limit(20, Duration.ofHours(1), clock);
        this.registrations = new Limit(20, Duration.ofHours(1), clock);
        if (!on) LOG.warn("THROTTLE is off: passwords can be guessed without end. This is for benchmarks and load tests alone.");
    }

    /**
     * Before a password is checked, wherever one is asked for. Only wrong ones count, so the caller tells of them: a right one neither adds to
     * the count nor clears it, which someone with an account of his own would use.
     *
     * @param username as the account has it, or as typed where there is none
     * @param form     to be shown again; null where there is none
     * @throws Problem 429
     */
    public Attempt password(Context ctx, String username, View form) {
        var network = network(ctx);
        return begin(new Asked(ctx, username, form), new Place(passwordsOfAddress, network),
            new Place(passwordsOfAccount, AccountKey.of(username) + " " + network));
    }

    /**
     * Before a way to reset a password is sent. It counts for the account wherever it comes from: the mails reach its owner, who needs no more
     * of them; the address counts too, against mail to everybody.
     *
     * @param account the e-mail address or name as typed, known or not
     * @throws Problem 429
     */
    public void reset(Context ctx, String account, View form) {
        count(new Asked(ctx, account, form), new Place(resetsOfAddress, network(ctx)), new Place(resetsOfAccount, AccountKey.of(account)));
    }

    /**
     * Before staff have one sent. It counts apart: strangers who ask for resets do not keep staff from helping.
     *
     * @throws Problem 429
     */
    public void resetByStaff(Context ctx, String email, View form) {
        count(new Asked(ctx, email, form), new Place(resetsByStaff, AccountKey.of(email)));
    }

    /**
     * Before a link is mailed to an e-mail address that a member has named, and that may be anybody's. It counts apart from resets: nobody
     * who asks for those keeps the owner from confirming his address.
     *
     * @throws Problem 429
     */
    public void confirmation(Context ctx, String email, View form) {
        count(new Asked(ctx, email, form), new Place(confirmationsOfAddress, network(ctx)), new Place(confirmationsOfBox, AccountKey.of(email)));
    }

    /**
     * Before an account is made of a form that is right; also one whose name is taken counts, since it tells who has an account.
     *
     * @throws Problem 429
     */
    public void registration(Context ctx, String username, View form) {
        count(new Asked(ctx, username, form), new Place(registrations, network(ctx)));
    }

    private void count(Asked asked, Place... places) {
        try (var attempt = begin(asked, places)) {
            attempt.count();
        }
    }

    private Attempt begin(Asked asked, Place... places) {
        var attempt = new Attempt();
        if (!on) return attempt;
        for (var place : places) {
            var refusal = attempt.take(place);
            if (refusal == null) continue;
            attempt.close();
            throw refused(asked, refusal);
        }
        return attempt;
    }

    /** One event for all refusals in a row: a flood must not fill the trail. */
    private Problem refused(Asked asked, Tries.Refusal refusal) {
        if (refusal.first()) audit.tried(asked.ctx(), Act.TRIED_TOO_OFTEN, asked.name(), null);
        return Invalid.with(asked.form(), Pause.of(refusal.pause()).problem());
    }

    private String network(Context ctx) {
        return client.of(ctx).network();
    }

    private record Asked(Context ctx, String name, View form) {
    }
}

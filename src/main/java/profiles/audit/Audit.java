package profiles.audit;

import io.ebean.Database;
import io.ebean.TransactionCallbackAdapter;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.account.Member;
import profiles.account.User;
import profiles.audit.query.QAuditEvent;
import profiles.web.Access;
import profiles.web.ClientAddress;

/**
 * The trail of what happened to the accounts: a row for each event, and a line in the log {@code profiles.audit} (ASVS 16.2 and 16.3). Secrets
 * are never told to it.
 */
@Singleton
public final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger("profiles.audit");
    /** Long enough to look back a year. */
    static final Duration KEPT = Duration.ofDays(400);

    private final Database db;
    private final Clock clock;
    private final ClientAddress client;

    @Inject
    Audit(Database db, Clock clock, ClientAddress client) {
        this.db = db;
        this.clock = clock;
        this.client = client;
    }

    /**
     * What someone did to an account: his own, or, as staff, another's. It joins the transaction under way, so that neither the act nor its
     * trail is there without the other; the line follows the commit.
     */
    public void record(Context ctx, Act act, User user) {
        write(new AuditEvent(clock.instant(), act, user, user.username()).from(client.of(ctx).text()).by(actor(ctx, user)));
    }

    /** What a command did to an account; in the transaction under way, likewise. */
    public void record(Act act, User user) {
        write(new AuditEvent(clock.instant(), act, user, user.username()).byCommand());
    }

    /**
     * What someone tried who is not signed in: a refusal, or a request for a new password. No account has changed, so it stands even when it
     * cannot be written down. Call it outside of transactions.
     *
     * @param typed the name, of which 150 characters are kept
     * @param user  null when nobody has it
     */
    public void tried(Context ctx, Act act, String typed, User user) {
        var event = new AuditEvent(clock.instant(), act, user, typed).from(client.of(ctx).text());
        try {
            db.save(event);
        } catch (RuntimeException failed) {
            LOG.warn("the next event could not be stored", failed);
        }
        LOG.info(AuditLine.of(event));
    }

    /** The latest events of an account, newest first. */
    public List<AuditEvent> of(User user, int most) {
        return of(user, Long.MAX_VALUE, most);
    }

    /** @param before the id of the event after those that are wanted */
    public List<AuditEvent> of(User user, long before, int most) {
        return new QAuditEvent(db).userId.eq(user.id()).id.lessThan(before).orderBy().id.desc().setMaxRows(most).findList();
    }

    /** Removes what is older than 400 days. */
    public void sweep() {
        new QAuditEvent(db).happened.lessThan(clock.instant().minus(KEPT)).delete();
    }

    private void write(AuditEvent event) {
        db.save(event);
        var transaction = db.currentTransaction();
        if (transaction == null) LOG.info(AuditLine.of(event));
        else transaction.register(new TransactionCallbackAdapter() {
            @Override
            public void postCommit() {
                LOG.info(AuditLine.of(event));
            }
        });
    }

    /** @return null for the user himself, or a guest */
    private static User actor(Context ctx, User user) {
        return Access.let(ctx) instanceof Member member && member.user().id() != user.id() ? member.user() : null;
    }
}

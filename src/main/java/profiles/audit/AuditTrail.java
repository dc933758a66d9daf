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
import profiles.audit.query.QAuditEvent;
import profiles.database.Transactions;
import profiles.web.ClientAddress;
import profiles.web.Visitor;
import profiles.web.security.AccessControl;

/**
 * The trail: a row for each event, limited by {@link AuditRateLimit}, and a line in the log {@code profiles.audit} (ASVS 16.2 and 16.3). It
 * never contains secrets.
 */
@Singleton
public final class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger("profiles.audit");
    /** Long enough to look back a year. */
    static final Duration KEPT = Duration.ofDays(400);

    private final Database db;
    private final Clock clock;
    private final ClientAddress client;
    private final AuditRateLimit limit;

    @Inject
    AuditTrail(Database db, Clock clock, ClientAddress client) {
        this.db = db;
        this.clock = clock;
        this.client = client;
        this.limit = new AuditRateLimit(clock);
    }

    /**
     * An event about an account, by its user or by staff. It joins the running transaction, so that neither exists without the other. The
     * log line follows the commit.
     */
    public void record(Context ctx, AuditAction action, AuditSubject user) {
        write(new AuditEvent(clock.instant(), action, user, user.username()).from(client.of(ctx).text()).by(actor(ctx, user)));
    }

    /** An event about an account, by a command; also in the running transaction. */
    public void record(AuditAction action, AuditSubject user) {
        write(new AuditEvent(clock.instant(), action, user, user.username()).byCommand());
    }

    /**
     * What someone tried who is not signed in: a refusal, or a request for a new password. No account has changed, so it stands even when
     * it cannot be written down. Call it outside of transactions.
     *
     * @param typed the name, of which 150 characters are kept
     * @param user  null when nobody has it
     */
    public void recordAttempt(Context ctx, AuditAction action, String typed, AuditSubject user) {
        var event = new AuditEvent(clock.instant(), action, user, typed).from(client.of(ctx).text());
        var key = event.userId == null ? action + " from " + client.of(ctx).network() : key(event);
        var before = limit.before(key);
        try {
            if (before != null && count(before)) return;
            db.save(event);
        } catch (RuntimeException failed) {
            LOG.warn("the next event could not be stored", failed);
        }
        limit.recorded(key, event);
        LOG.info(AuditLogLine.of(event));
    }

    public List<AuditEvent> findEvents(AuditSubject user, int max) {
        return findEvents(user, Long.MAX_VALUE, max);
    }

    /** @param before the id of the event after those that are wanted */
    public List<AuditEvent> findEvents(AuditSubject user, long before, int max) {
        return new QAuditEvent(db).userId.eq(user.id()).id.lessThan(before).orderBy().id.desc().setMaxRows(max).findList();
    }

    public void deleteExpired() {
        Transactions.runLong(db, () -> new QAuditEvent(db).happened.lessThan(clock.instant().minus(KEPT)).delete());
    }

    private void write(AuditEvent event) {
        var before = limit.before(key(event));
        if (before != null && count(before)) return;
        db.save(event);
        limit.recorded(key(event), event);
        var transaction = db.currentTransaction();
        if (transaction == null) LOG.info(AuditLogLine.of(event));
        else transaction.register(new TransactionCallbackAdapter() {
            @Override
            public void postCommit() {
                LOG.info(AuditLogLine.of(event));
            }
        });
    }

    /** @return whether the earlier event is there: its transaction may have failed */
    private boolean count(AuditEvent earlier) {
        return new QAuditEvent(db).id.eq(earlier.id).asUpdate().setRaw("leftOut = leftOut + 1").update() == 1;
    }

    private static String key(AuditEvent event) {
        return event.action + " " + event.userId + " by " + event.actor;
    }

    /** @return null if the user acts on the own account, and for a guest */
    private static Visitor actor(Context ctx, AuditSubject user) {
        var visitor = AccessControl.current(ctx);
        return visitor != null && visitor.id() != user.id() ? visitor : null;
    }
}

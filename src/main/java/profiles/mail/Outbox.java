package profiles.mail;

import io.ebean.Database;
import io.ebean.TransactionCallbackAdapter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.mail.query.QOutgoingMail;

/** The letters that wait to be sent. */
@Singleton
public final class Outbox {
    /** Longer than a delivery can take, so that two copies of the service never send the same letter at once. */
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 20;

    private final Database db;
    private final Clock clock;
    private final Bell bell;

    @Inject
    Outbox(Database db, Clock clock, Bell bell) {
        this.db = db;
        this.clock = clock;
        this.bell = bell;
    }

    /** Writes one row, within the transaction that is open: a letter is sent if, and only if, what it tells was committed. */
    public void post(Letter letter) {
        try (var transaction = db.beginTransaction()) {
            db.save(new OutgoingMail(letter, clock.instant()));
            transaction.register(new TransactionCallbackAdapter() {
                @Override
                public void postCommit() {
                    bell.ring();
                }
            });
            transaction.commit();
        }
    }

    /** Whether all is sent or given up. */
    public boolean isEmpty() {
        return !new QOutgoingMail(db).exists();
    }

    public int waiting() {
        return new QOutgoingMail(db).findCount();
    }

    List<OutgoingMail> due() {
        return new QOutgoingMail(db).due.lessOrEqualTo(clock.instant()).orderBy().due.asc().setMaxRows(AT_ONCE).findList();
    }

    /** @return whether it is ours: of several who try, the database lets one change the row */
    boolean claim(OutgoingMail mail) {
        return change(mail, mail.attempts, mail.attempts + 1, clock.instant().plus(LEASE));
    }

    /** The one that was claimed is tried again, after a pause. */
    void later(OutgoingMail mail) {
        change(mail, mail.attempts + 1, mail.attempts + 1, clock.instant().plus(OutgoingMail.pause(mail.attempts + 1)));
    }

    void remove(OutgoingMail mail) {
        new QOutgoingMail(db).id.eq(mail.id).delete();
    }

    private boolean change(OutgoingMail mail, int before, int attempts, Instant due) {
        return new QOutgoingMail(db).id.eq(mail.id).attempts.eq(before).asUpdate().set("attempts", attempts).set("due", due).update() == 1;
    }
}

package profiles.mail;

import io.ebean.Database;
import io.ebean.TransactionCallbackAdapter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.database.Transactions;
import profiles.mail.query.QOutgoingMail;

/** The mails that wait to be sent. */
@Singleton
public final class Outbox {
    /** Longer than a delivery can take, so that two copies of the service never send the same letter at once. */
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 20;

    private final Database db;
    private final Clock clock;
    private final WakeUpSignal wakeUp;
    private final MailboxLimit limit;

    @Inject
    Outbox(Database db, Clock clock, WakeUpSignal wakeUp, MailboxLimit limit) {
        this.db = db;
        this.clock = clock;
        this.wakeUp = wakeUp;
        this.limit = limit;
    }

    /** Writes one row, within the transaction that is open: a letter is sent if, and only if, what it tells was committed. */
    public void post(MailMessage message) {
        Transactions.run(db, () -> {
            db.save(new OutgoingMail(message, clock.instant()));
            db.currentTransaction().register(new TransactionCallbackAdapter() {
                @Override
                public void postCommit() {
                    wakeUp.signal();
                }
            });
        });
    }

    public boolean isEmpty() {
        return !new QOutgoingMail(db).exists();
    }

    public int count() {
        return new QOutgoingMail(db).findCount();
    }

    List<OutgoingMail> findDue() {
        return new QOutgoingMail(db).due.lessOrEqualTo(clock.instant()).orderBy().due.asc().setMaxRows(AT_ONCE).findList();
    }

    /** @return whether it is ours: of several who try, the database lets one change the row */
    boolean claim(OutgoingMail mail) {
        return change(mail, mail.attempts, mail.attempts + 1, clock.instant().plus(LEASE));
    }

    /** The one that was claimed is tried again, after a pause. */
    void retryLater(OutgoingMail mail) {
        change(mail, mail.attempts + 1, mail.attempts + 1, clock.instant().plus(OutgoingMail.pause(mail.attempts + 1)));
    }

    /** It is not tried before. */
    void postpone(OutgoingMail mail, Instant due) {
        change(mail, mail.attempts, mail.attempts, due);
    }

    /** It is the mailbox's now. */
    void delivered(OutgoingMail mail) {
        try (var transaction = db.beginTransaction()) {
            remove(mail);
            limit.count(mail.recipient);
            transaction.commit();
        }
    }

    void remove(OutgoingMail mail) {
        Transactions.repeat(() -> new QOutgoingMail(db).id.eq(mail.id).delete());
    }

    private boolean change(OutgoingMail mail, int before, int attempts, Instant due) {
        return Transactions.repeat(() -> new QOutgoingMail(db).id.eq(mail.id).attempts.eq(before).asUpdate().set("attempts", attempts)
            .set("due", due).update()) == 1;
    }
}

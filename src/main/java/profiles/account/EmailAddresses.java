package profiles.account;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.MailedLink.Purpose;
import profiles.account.query.QVerifiedEmail;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.mail.Outbox;

/** Which address is whose: it counts once a link that was mailed to it has come back. */
@Singleton
final class EmailAddresses {
    static final String CONFIRM = "/accounts/email/confirm/";

    private final Database db;
    private final Clock clock;
    private final Links links;
    private final Letters letters;
    private final Outbox outbox;
    private final Audit audit;

    @Inject
    EmailAddresses(Database db, Clock clock, Links links, Letters letters, Outbox outbox, Audit audit) {
        this.db = db;
        this.clock = clock;
        this.links = links;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Mails a link to the address; only the newest one works. */
    void ask(User user, String address) {
        try (var transaction = db.beginTransaction()) {
            links.forget(Purpose.EMAIL, user);
            outbox.post(letters.verify(address, links.make(Purpose.EMAIL, CONFIRM, user, address)));
            transaction.commit();
        }
    }

    /** The address is the account's from now on; the old one hears of it (ASVS 6.3.7). @throws profiles.web.Problem 410 */
    void confirm(Context ctx, LinkPath path) {
        links.follow(Purpose.EMAIL, path, (user, address) -> {
            var old = user.email();
            user.changeEmail(address);
            db.update(user);
            verified(user, address);
            audit.record(ctx, Email.alike(old, address) ? Act.EMAIL_VERIFIED : Act.EMAIL_CHANGED, user);
            if (!Email.alike(old, address) && Email.mailable(old)) outbox.post(letters.emailChanged(user, old));
        });
    }

    /** Notes that the user has shown to read this address; within the transaction that has locked the user. */
    void verified(User user, String address) {
        new QVerifiedEmail(db).user.id.eq(user.id()).delete();
        db.save(new VerifiedEmail(user, address, clock.instant()));
    }

    boolean isVerified(User user) {
        var email = new QVerifiedEmail(db).user.id.eq(user.id()).user.fetch().findOne();
        return email != null && email.isCurrent();
    }

    /** @return the one active user who has verified the address; null when there is none, or more than one */
    User owner(String address) {
        var all = new QVerifiedEmail(db).address.eq(Email.folded(address)).user.fetch().findList().stream()
            .filter(email -> email.counts() && Email.alike(email.address, address)).toList();
        return all.size() == 1 ? all.get(0).user : null;
    }
}

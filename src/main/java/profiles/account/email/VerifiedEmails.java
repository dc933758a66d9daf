package profiles.account.email;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.EmailAddress;
import profiles.account.User;
import profiles.account.email.query.QVerifiedEmail;
import profiles.account.link.LinkPath;
import profiles.account.link.LinkToken.Purpose;
import profiles.account.link.LinkTokens;
import profiles.account.link.MailTemplates;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.database.Transactions;
import profiles.mail.Outbox;
import profiles.net.MailAddress;

/** Confirmed e-mail addresses: an address is confirmed when the mailed link was opened. */
@Singleton
public final class VerifiedEmails {
    static final String CONFIRM = "/accounts/email/confirm/";

    private final Database db;
    private final Clock clock;
    private final LinkTokens links;
    private final MailTemplates templates;
    private final Outbox outbox;
    private final AuditTrail audit;

    @Inject
    VerifiedEmails(Database db, Clock clock, LinkTokens links, MailTemplates templates, Outbox outbox, AuditTrail audit) {
        this.db = db;
        this.clock = clock;
        this.links = links;
        this.templates = templates;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Mails a link to the address; only the newest one works. */
    public void sendConfirmation(User user, String address) {
        Transactions.run(db, () -> {
            links.deleteAll(Purpose.EMAIL, user);
            outbox.post(templates.verify(address, links.create(Purpose.EMAIL, CONFIRM, user, address)));
        });
    }

    /** The address is the account's from now on; the old one hears of it (ASVS 6.3.7). @throws profiles.web.Problem 410 */
    void confirm(Context ctx, LinkPath path) {
        links.redeem(Purpose.EMAIL, path, (user, address) -> {
            var old = user.email();
            user.changeEmail(address);
            db.update(user);
            verified(user, address);
            audit.record(ctx, EmailAddress.isSameMailbox(old, address) ? AuditAction.EMAIL_VERIFIED : AuditAction.EMAIL_CHANGED, user);
            if (!EmailAddress.isSameMailbox(old, address) && EmailAddress.isDeliverable(old))
                outbox.post(templates.emailChanged(user, old));
        });
    }

    /** Notes that the user has shown to read this address; within the transaction that has locked the user. */
    public void verified(User user, String address) {
        new QVerifiedEmail(db).user.id.eq(user.id()).delete();
        db.save(new VerifiedEmail(user, address, clock.instant()));
    }

    public boolean isVerified(User user) {
        var email = new QVerifiedEmail(db).user.id.eq(user.id()).user.fetch().findOne();
        return email != null && email.isCurrent();
    }

    /** Whether somebody has confirmed an address that the database finds alike. */
    boolean isConfirmed(String address) {
        return found(address).stream().anyMatch(VerifiedEmail::isCurrent);
    }

    /** The accounts that may have confirmed the address, as the database finds them. */
    public List<VerifiedEmail> found(String address) {
        return new QVerifiedEmail(db).address.eq(MailAddress.folded(address)).user.fetch().findList();
    }

    /** @return the one active user who has verified the address; null when there is none, or more than one */
    public User owner(String address) {
        var all = found(address).stream().filter(email -> email.counts() && EmailAddress.isSameMailbox(email.address, address)).toList();
        return all.size() == 1 ? all.get(0).user : null;
    }
}

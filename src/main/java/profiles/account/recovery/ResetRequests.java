package profiles.account.recovery;

import io.ebean.Database;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.EmailAddress;
import profiles.account.User;
import profiles.account.email.VerifiedEmails;
import profiles.account.link.LinkToken.Purpose;
import profiles.account.link.LinkTokens;
import profiles.account.link.MailTemplates;
import profiles.account.query.QUser;
import profiles.account.recovery.query.QResetRequest;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.database.TextColumns;
import profiles.database.Transactions;
import profiles.mail.Outbox;
import profiles.mail.WakeUpSignal;

/**
 * Requests for a reset link. The request only stores the address, so that it takes the same time whether an account has it. The account is
 * looked up later, in the background (ASVS 6.3.8).
 */
@Singleton
public final class ResetRequests {
    private static final String RESET = "/accounts/reset/";
    private static final int AT_ONCE = 100;

    private final Database db;
    private final LinkTokens links;
    private final MailTemplates templates;
    private final Outbox outbox;
    private final WakeUpSignal wakeUp;
    private final AuditTrail audit;
    private final VerifiedEmails addresses;
    private final TextColumns columns;

    @Inject
    ResetRequests(Database db, LinkTokens links, MailTemplates templates, Outbox outbox, WakeUpSignal wakeUp, AuditTrail audit,
        VerifiedEmails addresses, TextColumns columns) {
        this.db = db;
        this.links = links;
        this.templates = templates;
        this.outbox = outbox;
        this.wakeUp = wakeUp;
        this.audit = audit;
        this.addresses = addresses;
        this.columns = columns;
    }

    void add(Context ctx, String email) {
        db.save(new ResetRequest(email));
        audit.recordAttempt(ctx, AuditAction.PASSWORD_RESET_ASKED, email, null);
        wakeUp.signal();
    }

    public void run() {
        for (var some = next(); !some.isEmpty(); some = next()) some.forEach(this::process);
    }

    private List<ResetRequest> next() {
        return new QResetRequest(db).orderBy().id.asc().setMaxRows(AT_ONCE).findList();
    }

    /** Of several copies of the service the one that removes the request answers it. */
    private void process(ResetRequest request) {
        var users = usersWith(request.email);
        Transactions.run(db, () -> {
            if (new QResetRequest(db).id.eq(request.id).delete() == 1) users.forEach(this::mail);
        });
    }

    /** To the address that the account has, not to the one that was typed: the two may look alike to a database, and yet be different. */
    public void mail(User user) {
        outbox.post(templates.reset(user, links.create(Purpose.RESET, RESET, user, user.email())));
    }

    /** Several accounts may have one address: each gets a mail. */
    private List<User> usersWith(String email) {
        var found = new LinkedHashMap<Integer, User>();
        // First, since a mailbox takes only so many: strangers may have given the same address.
        addresses.found(email).forEach(each -> found.put(each.user.id(), each.user));
        for (var spelling : EmailAddress.spellings(email)) {
            if (columns.holds("auth_user", "email", spelling))
                new QUser(db).or().email.eq(spelling).email.ieq(spelling).endOr().findList()
                    .forEach(user -> found.putIfAbsent(user.id(), user));
        }
        return found.values().stream()
            .filter(user -> user.isActive() && user.hasPassword() && EmailAddress.isSameMailbox(user.email(), email)
            && EmailAddress.isDeliverable(user.email())).toList();
    }
}

package profiles.account;

import io.ebean.Database;
import io.javalin.http.Context;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.MailedLink.Purpose;
import profiles.account.query.QResetRequest;
import profiles.account.query.QUser;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.mail.Bell;
import profiles.mail.Outbox;

/**
 * Requests for a new password. A request only notes the address, and takes the same time whether anybody has it; who has it is looked up
 * later, off the request (ASVS 6.3.8).
 */
@Singleton
public final class ResetRequests {
    private static final String RESET = "/accounts/reset/";
    private static final int AT_ONCE = 100;

    private final Database db;
    private final Links links;
    private final Letters letters;
    private final Outbox outbox;
    private final Bell bell;
    private final Audit audit;

    @Inject
    ResetRequests(Database db, Links links, Letters letters, Outbox outbox, Bell bell, Audit audit) {
        this.db = db;
        this.links = links;
        this.letters = letters;
        this.outbox = outbox;
        this.bell = bell;
        this.audit = audit;
    }

    void ask(Context ctx, String email) {
        db.save(new ResetRequest(email));
        audit.tried(ctx, Act.PASSWORD_RESET_ASKED, email, null);
        bell.ring();
    }

    /** Writes the mails that are asked for. */
    public void run() {
        for (var some = next(); !some.isEmpty(); some = next()) some.forEach(this::answer);
    }

    private List<ResetRequest> next() {
        return new QResetRequest(db).orderBy().id.asc().setMaxRows(AT_ONCE).findList();
    }

    /** Of several copies of the service the one that removes the request answers it. */
    private void answer(ResetRequest request) {
        var users = having(request.email);
        try (var transaction = db.beginTransaction()) {
            if (new QResetRequest(db).id.eq(request.id).delete() == 1) users.forEach(this::mail);
            transaction.commit();
        }
    }

    /** To the address that the account has, not to the one that was typed: the two may look alike to a database, and yet be different. */
    void mail(User user) {
        outbox.post(letters.reset(user, links.make(Purpose.RESET, RESET, user, user.email())));
    }

    /** Several accounts may have one address: each gets a mail. */
    private List<User> having(String email) {
        return new QUser(db).active.isTrue().or().email.eq(email).email.ieq(email).endOr().findList().stream()
            .filter(user -> user.hasPassword() && Email.alike(user.email(), email) && Email.mailable(user.email())).toList();
    }
}

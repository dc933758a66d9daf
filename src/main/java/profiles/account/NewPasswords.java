package profiles.account;

import io.ebean.Database;
import io.javalin.http.Context;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.MailedLink.Purpose;
import profiles.account.query.QUser;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.mail.Outbox;
import profiles.web.Problem;

/** Changes passwords, and what hangs on them: sessions end, links in mails die, the user is told (ASVS 6.3.7, 7.4.3). */
@Singleton
final class NewPasswords {
    private final Database db;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Links links;
    private final EmailAddresses addresses;
    private final Letters letters;
    private final Outbox outbox;
    private final Audit audit;

    @Inject
    NewPasswords(Database db, Passwords passwords, Sessions sessions, Tokens tokens, Links links, EmailAddresses addresses,
                 Letters letters, Outbox outbox, Audit audit) {
        this.db = db;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
        this.links = links;
        this.addresses = addresses;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The member has shown to know the old one. All other sessions end, all tokens are revoked. @throws Problem 409 when it was changed meanwhile */
    void change(Context ctx, Member member, String password) {
        var hash = passwords.hash(password);
        try (var transaction = db.beginTransaction()) {
            var user = new QUser(db).id.eq(member.user().id()).forUpdate().findOne();
            if (user == null || !user.password().equals(member.user().password()))
                throw Problem.changedMeanwhile("Your password was changed at the same time elsewhere. Try again with that one.");
            set(user, hash);
            sessions.endOthers(member);
            audit.record(ctx, Act.PASSWORD_CHANGED, user);
            transaction.commit();
        }
    }

    /** Whoever follows the link reads the account's mail, which verifies its address. All sessions end, all tokens are revoked. @throws Problem 410 */
    void reset(Context ctx, LinkPath path, String password) {
        var hash = passwords.hash(password);
        links.follow(Purpose.RESET, path, (user, address) -> {
            set(user, hash);
            addresses.verified(user, address);
            sessions.endAll(user);
            audit.record(ctx, Act.PASSWORD_RESET, user);
        });
    }

    /** By those who run the service. All sessions end, all tokens are revoked (ASVS 7.4.3). */
    void replace(User user, String password) {
        var hash = passwords.hash(password);
        try (var transaction = db.beginTransaction()) {
            set(user, hash);
            sessions.endAll(user);
            audit.record(Act.PASSWORD_CHANGED, user);
            transaction.commit();
        }
    }

    private void set(User user, String hash) {
        user.changePassword(hash);
        db.update(user);
        tokens.revokeAll(user);
        links.forget(Purpose.RESET, user);
        links.forget(Purpose.EMAIL, user);
        if (Email.mailable(user.email())) outbox.post(letters.passwordChanged(user));
    }
}

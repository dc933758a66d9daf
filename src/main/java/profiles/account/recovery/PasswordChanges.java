package profiles.account.recovery;

import io.ebean.Database;
import io.javalin.http.Context;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.EmailAddress;
import profiles.account.Member;
import profiles.account.User;
import profiles.account.email.VerifiedEmails;
import profiles.account.link.LinkPath;
import profiles.account.link.LinkToken.Purpose;
import profiles.account.link.LinkTokens;
import profiles.account.link.MailTemplates;
import profiles.account.password.PasswordHasher;
import profiles.account.query.QUser;
import profiles.account.session.Sessions;
import profiles.account.token.Tokens;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.database.Transactions;
import profiles.mail.Outbox;
import profiles.web.Problem;

/** Changes passwords, and ends what depends on them: sessions, tokens and mailed links. The user gets a mail (ASVS 6.3.7, 7.4.3). */
@Singleton
public final class PasswordChanges {
    private final Database db;
    private final PasswordHasher passwords;
    private final Sessions sessions;
    private final Tokens tokens;
    private final LinkTokens links;
    private final VerifiedEmails addresses;
    private final MailTemplates templates;
    private final Outbox outbox;
    private final AuditTrail audit;

    @Inject
    PasswordChanges(Database db, PasswordHasher passwords, Sessions sessions, Tokens tokens, LinkTokens links, VerifiedEmails addresses,
                 MailTemplates templates, Outbox outbox, AuditTrail audit) {
        this.db = db;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
        this.links = links;
        this.addresses = addresses;
        this.templates = templates;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * The member has shown to know the old one. All other sessions end, all tokens are revoked.
     *
     * @return the user with the new one
     * @throws Problem 409 when it was changed meanwhile
     */
    User change(Context ctx, Member member, String password) {
        var hash = passwords.hash(password);
        return Transactions.get(db, () -> {
            var user = new QUser(db).id.eq(member.user().id()).forUpdate().findOne();
            if (user == null || !user.password().equals(member.user().password()))
                throw Problem.changedMeanwhile("Your password was changed at the same time elsewhere. Try again with that one.");
            set(user, hash);
            sessions.endOthers(member);
            sessions.keep(member.session(), user);
            audit.record(ctx, AuditAction.PASSWORD_CHANGED, user);
            return user;
        });
    }

    /**
     * Whoever follows the link reads the account's mail, which verifies its address. All sessions end, all tokens are revoked. @throws
     * Problem 410
     */
    void reset(Context ctx, LinkPath path, String password) {
        var hash = passwords.hash(password);
        links.redeem(Purpose.RESET, path, (user, address) -> {
            set(user, hash);
            addresses.verified(user, address);
            sessions.endAll(user);
            audit.record(ctx, AuditAction.PASSWORD_RESET, user);
        });
    }

    /** By those who run the service. All sessions end, all tokens are revoked (ASVS 7.4.3). */
    public void replace(User target, String password) {
        var hash = passwords.hash(password);
        Transactions.run(db, () -> {
            var user = new QUser(db).id.eq(target.id()).forUpdate().findOne();
            if (user == null) throw Problem.notFound();
            set(user, hash);
            sessions.endAll(user);
            audit.record(AuditAction.PASSWORD_CHANGED, user);
        });
    }

    private void set(User user, String hash) {
        user.changePassword(hash);
        db.update(user);
        tokens.revokeAll(user);
        links.deleteAll(Purpose.RESET, user);
        links.deleteAll(Purpose.EMAIL, user);
        if (EmailAddress.isDeliverable(user.email())) outbox.post(templates.passwordChanged(user));
    }
}

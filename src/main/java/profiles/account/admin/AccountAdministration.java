package profiles.account.admin;

import io.ebean.Database;
import io.ebean.DuplicateKeyException;
import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import profiles.account.EmailAddress;
import profiles.account.User;
import profiles.account.Username;
import profiles.account.email.AccountNameValidator;
import profiles.account.email.VerifiedEmails;
import profiles.account.password.PasswordHasher;
import profiles.account.password.PasswordPolicy;
import profiles.account.password.PasswordStrengthCheck;
import profiles.account.query.QUser;
import profiles.account.recovery.PasswordChanges;
import profiles.account.session.Sessions;
import profiles.account.token.Tokens;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.database.TextColumns;
import profiles.database.Transactions;
import profiles.web.FormErrors;
import profiles.web.Problem;

/** What operators do with accounts by commands. */
public final class AccountAdministration {
    private final Database db;
    private final PasswordHasher passwords;
    private final PasswordStrengthCheck strength;
    private final PasswordChanges changes;
    private final StaffActions actions;
    private final Sessions sessions;
    private final Tokens tokens;
    private final VerifiedEmails addresses;
    private final AccountNameValidator names;
    private final TextColumns columns;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    AccountAdministration(Database db, PasswordHasher passwords, PasswordStrengthCheck strength, PasswordChanges changes,
        StaffActions actions, Sessions sessions, Tokens tokens,
                   VerifiedEmails addresses, AccountNameValidator names, TextColumns columns, AuditTrail audit, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.strength = strength;
        this.changes = changes;
        this.actions = actions;
        this.sessions = sessions;
        this.tokens = tokens;
        this.addresses = addresses;
        this.names = names;
        this.columns = columns;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return null when there is no such user */
    public User findByName(String username) {
        var name = Username.normalize(username);
        return columns.holds("auth_user", "username", name) ? new QUser(db).username.eq(name).findOne() : null;
    }

    /** Judges as the page for newcomers does. @return what is wrong; when nothing is, the superuser is there */
    public FormErrors createSuperuser(String username, String email, String password, String again) {
        var errors = new FormErrors();
        var name = Username.normalize(username);
        Username.validate(name, errors);
        var address = EmailAddress.read(email, errors);
        PasswordPolicy.validate(typed(password, again), List.of(name, address), strength::validate, null, errors);
        names.validate(name, address, errors);
        if (!errors.isEmpty()) return errors;
        var hash = passwords.hash(password);
        try {
            Transactions.run(db, () -> {
                var user = User.createSuperuser(name, address, hash, clock.instant());
                db.save(user);
                audit.record(AuditAction.REGISTERED, user);
            });
        } catch (DuplicateKeyException taken) {
            errors.add("username", Username.TAKEN);
        }
        return errors;
    }

    /** Ends every session, whoever knew the old one (ASVS 7.4.3). @return what is wrong; when nothing is, the password is changed */
    public FormErrors changePassword(User user, String password, String again) {
        var errors = new FormErrors();
        PasswordPolicy.validate(typed(password, again), user.ownNames(), strength::validate, null, errors);
        if (errors.isEmpty()) changes.replace(user, password);
        return errors;
    }

    private static PasswordPolicy.Typed typed(String password, String again) {
        return new PasswordPolicy.Typed("password", password, "password", again);
    }

    /** @return the reasons why it was not done; empty after success */
    public FormErrors perform(StaffAction action, User user) {
        return actions.perform(Actor.COMMAND, action, user);
    }

    /** With the profile. @throws Problem 404 */
    public User find(long id) {
        var user = id > Integer.MAX_VALUE ? null : new QUser(db).id.eq((int) id).profile.fetch().findOne();
        if (user == null) throw Problem.notFound();
        return user;
    }

    public AccountStatus state(User user) {
        return AccountStatus.of(user, addresses.isVerified(user), sessions.of(user).size(), tokens.of(user).size());
    }
}

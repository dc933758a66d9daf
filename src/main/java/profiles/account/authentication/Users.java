package profiles.account.authentication;

import io.ebean.Database;
import io.ebean.DuplicateKeyException;
import io.javalin.http.Context;
import java.time.Clock;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.User;
import profiles.account.Username;
import profiles.account.email.AccountNameValidator;
import profiles.account.email.VerifiedEmails;
import profiles.account.password.PasswordHasher;
import profiles.account.query.QUser;
import profiles.account.session.DeviceCookie;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.database.TextColumns;
import profiles.database.Transactions;
import profiles.ratelimit.RateLimits;
import profiles.web.FormErrors;
import profiles.web.TextRules;
import profiles.web.View;

/** Registration and lookup of accounts. */
@Singleton
final class Users {
    private final Database db;
    private final PasswordHasher passwords;
    private final AccountNameValidator names;
    private final VerifiedEmails addresses;
    private final DeviceCookie device;
    private final TextColumns columns;
    private final RateLimits rateLimits;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    Users(Database db, PasswordHasher passwords, AccountNameValidator names, VerifiedEmails addresses, DeviceCookie device,
        TextColumns columns,
        RateLimits rateLimits,
          AuditTrail audit, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.names = names;
        this.addresses = addresses;
        this.device = device;
        this.columns = columns;
        this.rateLimits = rateLimits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the account, and with it its profile, and mails a link to its address. @throws profiles.web.InvalidForm when the user name is
     * taken
     */
    User register(Context ctx, RegisterForm form) {
        var hash = passwords.hash(form.password());
        try {
            return Transactions.get(db, () -> insert(ctx, new User(form.username(), form.email(), hash, clock.instant()), form));
        } catch (DuplicateKeyException taken) {
            // The database knows what is alike: MariaDB's collation folds case and accents, SQLite compares to the letter.
            new FormErrors().add("username", Username.TAKEN).check(form);
            throw taken;
        }
    }

    private User insert(Context ctx, User user, RegisterForm form) {
        var errors = new FormErrors();
        names.validate(form.username(), form.email(), errors);
        errors.check(form);
        db.save(user);
        if (!form.email().isEmpty()) addresses.sendConfirmation(user, form.email());
        audit.record(ctx, AuditAction.REGISTERED, user);
        return user;
    }

    /**
     * An unknown name, a wrong password and an inactive account: the same answer in the same time.
     *
     * @throws profiles.web.InvalidForm also when it was tried too often
     */
    User authenticate(Context ctx, LoginForm form) {
        var user = checkCredentials(ctx, form.username(), form.password(), form);
        if (user == null) new FormErrors()
            .add(FormErrors.FORM, "The user name or the password is not right. Check both: capital letters count.").check(form);
        return user;
    }

    /**
     * With the profile, for a program that signs in with each request.
     *
     * @param form to be shown again when it was tried too often; null for a program
     * @return null when it is nobody's name, or not its password
     */
    User checkCredentials(Context ctx, String username, String password, View form) {
        var user = findByName(username);
        // By what was typed: else five tries as a name would show in the sixth, as an address, whose that is.
        try (var attempt = rateLimits.password(ctx, username, device.find(ctx, user), form)) {
            if (passwords.matches(password, user)) {
                passwords.rehash(password, user);
                return user;
            }
            attempt.count();
        }
        audit.recordAttempt(ctx, AuditAction.SIGN_IN_REFUSED, username, user);
        return null;
    }

    /** By an address that they have confirmed, or by user name. @return null when there is nobody */
    private User findByName(String typed) {
        var username = Username.normalize(typed);
        if (username.length() > 2 * Username.MAX) return null;
        var named = columns.holds("auth_user", "username", username) ? new QUser(db).username.eq(username).profile.fetch().findOne() : null;
        // Asked in any case, so that the time does not tell which names there are.
        var addressed = username.contains("@") ? addresses.owner(TextRules.strip(typed)) : null;
        if (addressed != null) return addressed;
        // A collation may find more names alike than the throttle counts as one, and each would win new tries.
        return named != null && rateLimits.countsAsOne(username, named.username()) ? named : null;
    }
}

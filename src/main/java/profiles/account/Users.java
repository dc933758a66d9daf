package profiles.account;

import io.ebean.Database;
import io.ebean.DuplicateKeyException;
import io.javalin.http.Context;
import java.time.Clock;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.query.QUser;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.throttle.Throttle;
import profiles.web.Errors;
import profiles.web.View;

/** The accounts. */
@Singleton
final class Users {
    private final Database db;
    private final Passwords passwords;
    private final EmailAddresses addresses;
    private final Throttle throttle;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Users(Database db, Passwords passwords, EmailAddresses addresses, Throttle throttle, Audit audit, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.addresses = addresses;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the account, and with it its profile, and mails a link to its address. @throws profiles.web.Invalid when the user name is taken */
    User register(Context ctx, RegisterForm form) {
        var user = new User(form.username(), form.email(), passwords.hash(form.password()), clock.instant());
        try (var transaction = db.beginTransaction()) {
            db.save(user);
            if (!form.email().isEmpty()) addresses.ask(user, form.email());
            audit.record(ctx, Act.REGISTERED, user);
            transaction.commit();
        } catch (DuplicateKeyException taken) {
            // The database knows what is alike: MariaDB's collation folds case and accents, SQLite compares to the letter.
            new Errors().on("username", Username.TAKEN).check(form);
        }
        return user;
    }

    /**
     * An unknown name, a wrong password and an inactive account: the same answer in the same time.
     *
     * @throws profiles.web.Invalid also when it was tried too often
     */
    User identify(Context ctx, LoginForm form) {
        var user = who(ctx, form.username(), form.password(), form);
        if (user == null) new Errors()
            .on(Errors.FORM, "The user name or the password is not right. Check both: capital letters count.").check(form);
        return user;
    }

    /**
     * With the profile, for a program that signs in with each request.
     *
     * @param form to be shown again when it was tried too often; null for a program
     * @return null when it is nobody's name, or not its password
     */
    User who(Context ctx, String username, String password, View form) {
        var user = named(username);
        try (var attempt = throttle.password(ctx, user == null ? username : user.username(), form)) {
            if (passwords.matches(password, user)) {
                passwords.renew(password, user);
                return user;
            }
            attempt.count();
        }
        audit.tried(ctx, Act.SIGN_IN_REFUSED, username, user);
        return null;
    }

    /** By user name, or by an address of theirs. @return null when there is nobody */
    private User named(String typed) {
        var username = Username.normal(typed);
        if (username.length() > 2 * Username.MOST) return null;
        var named = new QUser(db).username.eq(username).profile.fetch().findOne();
        // Asked in any case, so that the time does not tell which names there are.
        var addressed = username.contains("@") ? addresses.owner(typed.strip()) : null;
        return named != null ? named : addressed;
    }
}

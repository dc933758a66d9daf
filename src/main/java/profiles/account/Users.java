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

/** The accounts. */
@Singleton
final class Users {
    private final Database db;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Users(Database db, Passwords passwords, Throttle throttle, Audit audit, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the account, and with it its profile. @throws profiles.web.Invalid when the user name is taken */
    User register(Context ctx, RegisterForm form) {
        var user = new User(form.username(), form.email(), passwords.hash(form.password()), clock.instant());
        try (var transaction = db.beginTransaction()) {
            db.save(user);
            audit.record(ctx, Act.REGISTERED, user);
            transaction.commit();
        } catch (DuplicateKeyException taken) {
            // The database knows what is alike: MariaDB's collation folds case and accents, SQLite compares to the letter.
            new Errors().on("username", "A user with that username already exists.").check(form);
        }
        return user;
    }

    /**
     * An unknown name, a wrong password and an inactive account: the same answer in the same time.
     *
     * @throws profiles.web.Invalid also when it was tried too often
     */
    User identify(Context ctx, LoginForm form) {
        var user = named(form.username());
        if (!matches(ctx, form, user)) {
            audit.refused(ctx, Act.SIGN_IN_REFUSED, form.username(), user);
            new Errors().on(Errors.FORM, "The user name or the password is not right. Both tell capital letters from small ones.").check(form);
        }
        return user;
    }

    private boolean matches(Context ctx, LoginForm form, User user) {
        try (var attempt = throttle.password(ctx, user == null ? form.username() : user.username(), form)) {
            var right = passwords.matches(form.password(), user);
            if (!right) attempt.count();
            return right;
        }
    }

    private User named(String typed) {
        var username = Username.normal(typed);
        return username.length() > 2 * Username.MOST ? null : new QUser(db).username.eq(username).findOne();
    }
}

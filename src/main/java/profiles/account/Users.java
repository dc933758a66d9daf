package profiles.account;

import io.ebean.Database;
import io.ebean.DuplicateKeyException;
import java.time.Clock;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.query.QUser;
import profiles.web.Errors;

/** The accounts. */
@Singleton
final class Users {
    private final Database db;
    private final Passwords passwords;
    private final Clock clock;

    @Inject
    Users(Database db, Passwords passwords, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Makes the account, and with it its profile. @throws profiles.web.Invalid when the user name is taken */
    User register(RegisterForm form) {
        var user = new User(form.username(), form.email(), passwords.hash(form.password()), clock.instant());
        try {
            db.save(user);
        } catch (DuplicateKeyException taken) {
            // The database knows what is alike: MariaDB's collation folds case and accents, SQLite compares to the letter.
            new Errors().on("username", "A user with that username already exists.").check(form);
        }
        return user;
    }

    /** An unknown name, a wrong password and an inactive account: the same answer in the same time. @throws profiles.web.Invalid */
    User identify(LoginForm form) {
        var user = named(form.username());
        if (!passwords.matches(form.password(), user)) new Errors()
            .on(Errors.FORM, "The user name or the password is not right. Both tell capital letters from small ones.").check(form);
        passwords.renew(form.password(), user);
        return user;
    }

    private User named(String typed) {
        var username = Username.normal(typed);
        return username.length() > 2 * Username.MOST ? null : new QUser(db).username.eq(username).findOne();
    }
}

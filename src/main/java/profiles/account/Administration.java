package profiles.account;

import io.ebean.Database;
import io.ebean.DuplicateKeyException;
import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import profiles.account.query.QUser;
import profiles.web.Errors;

/** What those who run the service do to accounts, outside of any request. */
public final class Administration {
    private final Database db;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    @Inject
    Administration(Database db, Passwords passwords, Sessions sessions, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @return null when there is no such user */
    public User named(String username) {
        return new QUser(db).username.eq(Username.normal(username)).findOne();
    }

    /** Judges as the page for newcomers does. @return what is wrong; when nothing is, the superuser is there */
    public Errors createSuperuser(String username, String email, String password, String again) {
        var errors = new Errors();
        var name = Username.normal(username);
        Username.judge(name, errors);
        var address = Email.read(email, errors);
        NewPassword.judge("password", password, "password", again, List.of(name, address), errors);
        if (!errors.none()) return errors;
        try {
            db.save(User.superuser(name, address, passwords.hash(password), clock.instant()));
        } catch (DuplicateKeyException taken) {
            errors.on("username", "A user with that username already exists.");
        }
        return errors;
    }

    /** Ends every session, whoever knew the old one (ASVS 7.4.3). @return what is wrong; when nothing is, the password is changed */
    public Errors changePassword(User user, String password, String again) {
        var errors = new Errors();
        NewPassword.judge("password", password, "password", again, List.of(user.username, user.email, user.firstName, user.lastName), errors);
        if (!errors.none()) return errors;
        user.changePassword(passwords.hash(password));
        updateAndEndSessions(user);
        return errors;
    }

    /** Nobody signs in to it any more, and who is signed in is out at the next request (ASVS 7.4.2). */
    public void deactivate(User user) {
        user.deactivate();
        updateAndEndSessions(user);
    }

    public void activate(User user) {
        user.activate();
        db.update(user);
    }

    public void endSessions(User user) {
        sessions.endAll(user);
    }

    private void updateAndEndSessions(User user) {
        try (var transaction = db.beginTransaction()) {
            db.update(user);
            sessions.endAll(user);
            transaction.commit();
        }
    }
}

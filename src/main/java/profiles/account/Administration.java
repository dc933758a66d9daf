package profiles.account;

import io.ebean.Database;
import io.ebean.DuplicateKeyException;
import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import profiles.account.query.QUser;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.web.Errors;

/** What those who run the service do to accounts, outside of any request. */
public final class Administration {
    private final Database db;
    private final Passwords passwords;
    private final NewPasswords changes;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Administration(Database db, Passwords passwords, NewPasswords changes, Sessions sessions, Audit audit, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.changes = changes;
        this.sessions = sessions;
        this.audit = audit;
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
        var user = User.superuser(name, address, passwords.hash(password), clock.instant());
        try (var transaction = db.beginTransaction()) {
            db.save(user);
            audit.record(Act.REGISTERED, user);
            transaction.commit();
        } catch (DuplicateKeyException taken) {
            errors.on("username", Username.TAKEN);
        }
        return errors;
    }

    /** Ends every session, whoever knew the old one (ASVS 7.4.3). @return what is wrong; when nothing is, the password is changed */
    public Errors changePassword(User user, String password, String again) {
        var errors = new Errors();
        NewPassword.judge("password", password, "password", again, user.ownNames(), errors);
        if (errors.none()) changes.replace(user, password);
        return errors;
    }

    /** Nobody signs in to it any more, and who is signed in is out at the next request (ASVS 7.4.2). */
    public void deactivate(User user) {
        user.deactivate();
        try (var transaction = db.beginTransaction()) {
            db.update(user);
            sessions.endAll(user);
            audit.record(Act.DEACTIVATED, user);
            transaction.commit();
        }
    }

    public void activate(User user) {
        user.activate();
        try (var transaction = db.beginTransaction()) {
            db.update(user);
            audit.record(Act.ACTIVATED, user);
            transaction.commit();
        }
    }

    public void endSessions(User user) {
        try (var transaction = db.beginTransaction()) {
            sessions.endAll(user);
            audit.record(Act.SESSION_ENDED, user);
            transaction.commit();
        }
    }
}

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
import profiles.web.Problem;

/** What those who run the service do to accounts, and what they see of them. */
public final class Administration {
    private final Database db;
    private final Passwords passwords;
    private final NewPasswords changes;
    private final Deeds deeds;
    private final Sessions sessions;
    private final EmailAddresses addresses;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Administration(Database db, Passwords passwords, NewPasswords changes, Deeds deeds, Sessions sessions, EmailAddresses addresses, Audit audit,
                   Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.changes = changes;
        this.deeds = deeds;
        this.sessions = sessions;
        this.addresses = addresses;
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

    /** @return what keeps it from being done */
    public Errors perform(Deed deed, User user) {
        return deeds.perform(Actor.COMMAND, deed, user);
    }

    /** With the profile. @throws Problem 404 */
    public User find(long id) {
        var user = id > Integer.MAX_VALUE ? null : new QUser(db).id.eq((int) id).profile.fetch().findOne();
        if (user == null) throw Problem.notFound();
        return user;
    }

    public AccountState state(User user) {
        return AccountState.of(user, addresses.isVerified(user), sessions.of(user).size());
    }
}

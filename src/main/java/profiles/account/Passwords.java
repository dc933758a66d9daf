package profiles.account;

import io.ebean.Database;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.account.password.Room;
import profiles.account.password.StoredHash;
import profiles.account.query.QUser;

/**
 * Hashes passwords, as many at once as there is room for. Never call it in a transaction.
 *
 * <p>Whoever cannot sign in costs what a hash written today costs: unknown, without a usable password, or with a hash that is refused
 * (ASVS 6.3.8). A hash of another make, which Django left, takes its own time until its owner signs in next and it is renewed; to level
 * that as well would cost every stranger as much as the dearest hash of the table.
 */
@Singleton
final class Passwords {
    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

    private final Database db;
    private final Room room;

    @Inject
    Passwords(Database db, Room room) {
        this.db = db;
        this.room = room;
    }

    /**
     * @return Django's string, for the row
     * @throws profiles.web.Problem 503 when too many wait already
     */
    String hash(String password) {
        return room.inTurn(StoredHash.NOBODY.kibibytes(), () -> StoredHash.write(password));
    }

    /**
     * @param user null for an unknown one
     * @return never true for an inactive user, nor for an empty password, which Django can hash but no form of its takes
     * @throws profiles.web.Problem 503 when too many wait already
     */
    boolean matches(String password, User user) {
        var stored = user == null ? StoredHash.NOBODY : stored(user);
        var same = room.inTurn(stored.kibibytes(), () -> stored.matches(password));
        return same && user != null && user.active() && !password.isEmpty();
    }

    /** Call it with the right password: a hash that is not as we write them is replaced; if there is no room at once, at the next login. */
    void renew(String password, User user) {
        if (stored(user).current()) return;
        var hash = room.atOnce(StoredHash.NOBODY.kibibytes(), () -> StoredHash.write(password));
        // Only in place of the hash that was checked: a password that was changed meanwhile stays.
        if (hash != null && new QUser(db).id.eq(user.id()).password.eq(user.password()).asUpdate().set("password", hash).update() == 1)
            user.changePassword(hash);
    }

    private StoredHash stored(User user) {
        var stored = StoredHash.read(user.password());
        if (stored != null && room.holds(stored.kibibytes())) return stored;
        if (stored != null) cannotCheck(user, "it takes " + stored.kibibytes() + " KiB of heap: start with a larger one (-Xmx)");
        else if (user.hasPassword()) cannotCheck(user, "it is damaged, too dear, or of an algorithm that is not taken");
        return StoredHash.NOBODY;
    }

    private static void cannotCheck(User user, String why) {
        LOG.warn("The password hash of user {} cannot be checked: {}", user.id(), why);
    }
}

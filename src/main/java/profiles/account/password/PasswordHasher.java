package profiles.account.password;

import io.ebean.Database;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.account.SecretToken;
import profiles.account.User;
import profiles.account.query.QAccessToken;
import profiles.account.query.QSession;
import profiles.account.query.QUser;
import profiles.database.OptionalWrites;

/**
 * Hashes and verifies passwords, as many at once as the limiter allows. Never call it in a transaction.
 *
 * <p>A failed check costs the same for each name: unknown, inactive, without a usable password, or with any kind of hash (ASVS 6.3.8).
 * While hashes of Django exist, it computes one of each kind.
 */
@Singleton
public final class PasswordHasher {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordHasher.class);
    private static final int SAMPLE = 500;

    private final Database db;
    private final HashingLimiter limiter;
    private final OptionalWrites optional;
    private final HashCostEqualizer inUse = new HashCostEqualizer();
    private volatile boolean sampled;

    @Inject
    public PasswordHasher(Database db, HashingLimiter limiter, OptionalWrites optional) {
        this.db = db;
        this.limiter = limiter;
        this.optional = optional;
    }

    /**
     * @return Django's string, for the row
     * @throws profiles.web.Problem 503 when too many wait already
     */
    public String hash(String password) {
        return limiter.runInTurn(StoredHash.NOBODY.kibibytes(), () -> StoredHash.write(password));
    }

    /**
     * @param user null for an unknown one
     * @return never true for an inactive user, nor for an empty password, which Django can hash but no form of its takes
     * @throws profiles.web.Problem 503 when too many wait already
     */
    public boolean matches(String password, User user) {
        sample();
        var stored = user == null ? StoredHash.NOBODY : stored(user);
        inUse.add(stored);
        var same = limiter.runInTurn(stored.kibibytes(), () -> stored.matches(password));
        var right = same && user != null && user.isActive() && !password.isEmpty();
        if (!right && inUse.costMoreThan(stored)) limiter.runInTurn(inUse.kibibytes(), () -> {
            inUse.makeUpFor(stored, password);
            return null;
        });
        return right;
    }

    /** The oldest and the newest accounts show which kinds there are; any other becomes known when it is first checked. */
    private void sample() {
        if (sampled) return;
        for (var order : List.of("id", "id desc")) new QUser(db).select("password").orderBy(order)
            .setMaxRows(SAMPLE).<String>findSingleAttributeList()
            .stream().map(StoredHash::read).filter(stored -> stored != null && limiter.canHold(stored.kibibytes())).forEach(inUse::add);
        sampled = true;
    }

    /** Call it with the right password: a hash that is not as we write them is replaced; if there is no room at once, at the next login. */
    public void rehash(String password, User user) {
        if (stored(user).current()) return;
        var hash = limiter.runNow(StoredHash.NOBODY.kibibytes(), () -> StoredHash.write(password));
        if (hash != null) optional.run(() -> replace(user, hash), false);
    }

    /**
     * Only in place of the hash that was checked: a password that was changed meanwhile stays. Sessions and tokens go on, since it is the
     * same password.
     */
    private boolean replace(User user, String hash) {
        try (var transaction = db.beginTransaction()) {
            if (new QUser(db).id.eq(user.id()).password.eq(user.password()).asUpdate().set("password", hash).update() != 1) return false;
            var before = SecretToken.markOf(user);
            var after = SecretToken.hash(hash);
            new QSession(db).user.id.eq(user.id()).passwordMark.eq(before).asUpdate().set("passwordMark", after).update();
            new QAccessToken(db).user.id.eq(user.id()).passwordMark.eq(before).asUpdate().set("passwordMark", after).update();
            transaction.commit();
        }
        user.changePassword(hash);
        return true;
    }

    private StoredHash stored(User user) {
        var stored = StoredHash.read(user.password());
        if (stored != null && limiter.canHold(stored.kibibytes())) return stored;
        if (stored != null) logUncheckable(user, "it takes " + stored.kibibytes() + " KiB of heap: start with a larger one (-Xmx)");
        else if (user.hasPassword()) logUncheckable(user, "it is damaged, too dear, or of an algorithm that is not taken");
        return StoredHash.NOBODY;
    }

    private static void logUncheckable(User user, String why) {
        LOG.warn("The password hash of user {} cannot be checked: {}", user.id(), why);
    }
}

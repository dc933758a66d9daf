package profiles.account;

import io.ebean.Database;
import java.util.List;
import java.util.TreeSet;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.query.QUser;
import profiles.web.Problem;

/** Those who may do everything. One who can sign in must always be left, or nobody could run the service. */
@Singleton
final class Superusers {
    private final Database db;

    @Inject
    Superusers(Database db) {
        this.db = db;
    }

    /**
     * What is true until the transaction ends.
     *
     * @param by   null for a command
     * @param to   null when the account is gone
     * @param last whether nobody else could run the service
     */
    record Locked(User by, User to, boolean last) {
    }

    /**
     * Locks the two accounts, and all superusers where the second is one, so that two who lose this at once do not each count on the other.
     * It comes first in the caller's transaction, and locks in the order of ids: so nobody waits in a circle.
     *
     * @param by null for a command
     * @throws Problem 403 when who does it is gone, 409 when the other one was made a superuser meanwhile
     */
    Locked lock(User by, User to) {
        var ids = new TreeSet<Integer>(List.of(to.id));
        if (by != null) ids.add(by.id);
        if (to.superuser) ids.addAll(able());
        var rows = new QUser(db).id.in(ids).orderBy().id.asc().forUpdate().findList();
        var now = find(rows, to);
        if (now != null && now.superuser && !to.superuser) throw Problem.changedMeanwhile("This account was made a superuser's meanwhile. Try again.");
        if (by != null && find(rows, by) == null) throw Problem.forbidden("Your account was deleted meanwhile.");
        return new Locked(find(rows, by), now, now != null && able(now) && rows.stream().noneMatch(other -> other.id != now.id && able(other)));
    }

    /** Read without a lock: no index tells them, and to lock each row on the way would stop everybody. Who is locked is looked at again. */
    private List<Integer> able() {
        return new QUser(db).superuser.eq(true).active.eq(true).findIds();
    }

    /** One without a password is Django's, and signs in elsewhere. */
    private static boolean able(User user) {
        return user.superuser && user.active && user.hasPassword();
    }

    private static User find(List<User> rows, User user) {
        return user == null ? null : rows.stream().filter(row -> row.id == user.id).findFirst().orElse(null);
    }
}

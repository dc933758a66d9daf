package profiles.account.admin;

import io.ebean.Database;
import java.util.List;
import java.util.TreeSet;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.User;
import profiles.account.query.QUser;
import profiles.web.Problem;

/** The superusers. One who can log in must always remain, or nobody could administer the service. */
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
        // On a Galera cluster, locks are local to a node: a row that both change lets only one of them commit.
        if (to.superuser) db.sqlUpdate("update service_lock set turn = turn + 1 where name = 'superusers'").execute();
        var ids = new TreeSet<Integer>(List.of(to.id));
        if (by != null) ids.add(by.id);
        if (to.superuser) ids.addAll(findActive());
        var rows = new QUser(db).id.in(ids).orderBy().id.asc().forUpdate().findList();
        var now = find(rows, to);
        if (now != null && now.superuser && !to.superuser) throw Problem.changedMeanwhile(
            "This account was made a superuser's meanwhile. Try again.");
        if (by != null && find(rows, by) == null) throw Problem.forbidden("Your account was deleted meanwhile.");
        return new Locked(find(rows, by), now, now != null && isActiveSuperuser(now) && rows.stream()
            .noneMatch(other -> other.id != now.id && isActiveSuperuser(other)));
    }

    /** Read without a lock: no index tells them, and to lock each row on the way would stop everybody. Who is locked is looked at again. */
    private List<Integer> findActive() {
        return new QUser(db).superuser.eq(true).active.eq(true).findIds();
    }

    /** One without a password is Django's, and signs in elsewhere. */
    private static boolean isActiveSuperuser(User user) {
        return user.superuser && user.active && user.hasPassword();
    }

    private static User find(List<User> rows, User user) {
        return user == null ? null : rows.stream().filter(row -> row.id == user.id).findFirst().orElse(null);
    }
}

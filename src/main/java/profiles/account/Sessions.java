package profiles.account;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.query.QSession;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.web.Problem;

/** Who is signed in: finds sessions, lists them, ends them. They begin in {@link Login}. */
@Singleton
public final class Sessions {
    /** At once for one account; the next login ends the one that was seen longest ago. */
    static final int MOST = 50;

    private final Database db;
    private final Clock clock;
    private final SessionCookie cookie;
    private final Audit audit;

    @Inject
    Sessions(Database db, Clock clock, SessionCookie cookie, Audit audit) {
        this.db = db;
        this.clock = clock;
        this.cookie = cookie;
        this.audit = audit;
    }

    /** One SQL statement tells session, user and profile. @return null for a guest */
    Member asking(Context ctx) {
        var now = clock.instant();
        var session = find(cookie.read(ctx));
        if (session == null) return null;
        if (!session.alive(now)) {
            // Not left to the sweep: a user who is activated again signs in anew (ASVS 7.4.2).
            db.delete(session);
            return null;
        }
        // Whoever ended it since it was read has the last word.
        return Seen.stale(session.lastSeen, now) && !seen(session, now) ? null : Member.by(session);
    }

    private boolean seen(Session session, Instant now) {
        return new QSession(db).id.eq(session.id).asUpdate().set("lastSeen", now).update() == 1;
    }

    /** The sessions of the user that are alive, the latest first. */
    List<Session> of(User user) {
        var now = clock.instant();
        return new QSession(db).user.id.eq(user.id()).user.fetch().lastSeen.desc().id.desc().findList().stream()
            .filter(each -> each.alive(now)).toList();
    }

    /** @throws Problem 404 when the user has no such session */
    void end(Context ctx, User user, long id) {
        try (var transaction = db.beginTransaction()) {
            if (new QSession(db).user.id.eq(user.id()).id.eq(id).delete() == 0) throw Problem.notFound();
            audit.record(ctx, Act.SESSION_ENDED, user);
            transaction.commit();
        }
    }

    /** As a member asks for (ASVS 7.5.2). */
    void endOthers(Context ctx, Member member) {
        try (var transaction = db.beginTransaction()) {
            endOthers(member);
            audit.record(ctx, Act.SESSION_ENDED, member.user());
            transaction.commit();
        }
    }

    /** Ends every session of the user but the one that asks (ASVS 7.4.3). */
    void endOthers(Member member) {
        new QSession(db).user.id.eq(member.user().id()).id.ne(member.session().id).delete();
    }

    /** Ends every session of the user. @return how many there were */
    int endAll(User user) {
        return new QSession(db).user.id.eq(user.id()).delete();
    }

    /** Removes the rows of sessions that are over. */
    public void sweep() {
        for (var stay : Stay.values()) new QSession(db).remembered.eq(stay == Stay.REMEMBERED)
            .or().lastSeen.lessThan(clock.instant().minus(stay.idle)).started.lessThan(clock.instant().minus(stay.absolute)).endOr().delete();
    }

    /** Ends those that are more than an account may have, the longest unseen first. */
    void endBeyond(User user) {
        var oldest = new QSession(db).user.id.eq(user.id()).lastSeen.desc().id.desc().setFirstRow(MOST).setMaxRows(MOST).<Long>findIds();
        if (!oldest.isEmpty()) new QSession(db).id.in(oldest).delete();
    }

    Session find(String token) {
        return token == null ? null : new QSession(db).tokenHash.eq(Token.hash(token)).user.fetch().user.profile.fetch().findOne();
    }

    void endOf(String token) {
        if (token != null) new QSession(db).tokenHash.eq(Token.hash(token)).delete();
    }
}

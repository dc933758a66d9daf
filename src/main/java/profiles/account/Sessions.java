package profiles.account;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.query.QSession;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.web.Access;
import profiles.web.ClientAddress;
import profiles.web.Problem;

/** Who is signed in: begins sessions, finds them, ends them. */
@Singleton
public final class Sessions {
    /** At once for one account; the next login ends the one that was seen longest ago. */
    static final int MOST = 50;

    private final Database db;
    private final Clock clock;
    private final SessionCookie cookie;
    private final Audit audit;
    private final ClientAddress client;

    @Inject
    Sessions(Database db, Clock clock, SessionCookie cookie, Audit audit, ClientAddress client) {
        this.db = db;
        this.clock = clock;
        this.cookie = cookie;
        this.audit = audit;
        this.client = client;
    }

    /** A session that is not remembered. */
    void start(Context ctx, User user) {
        start(ctx, user, false);
    }

    /** A new session with a new token at every login; the one that the browser came with ends (ASVS 7.2.4). */
    void start(Context ctx, User user, boolean remembered) {
        var token = Token.random();
        var session = new Session(user, Token.hash(token), Device.of(ctx, client.of(ctx)), remembered, clock.instant());
        user.loggedIn(clock.instant());
        try (var transaction = db.beginTransaction()) {
            endOf(cookie.read(ctx));
            db.save(session);
            endBeyond(user);
            db.update(user);
            audit.record(ctx, Act.SIGNED_IN, user);
            transaction.commit();
        }
        cookie.write(ctx, token, Stay.of(remembered));
        Access.nowIs(ctx, Member.by(session));
    }

    /** The session is dead on the server, whatever the browser keeps (ASVS 7.4.1). */
    public void end(Context ctx) {
        var token = cookie.read(ctx);
        if (token == null) return;
        var session = find(token);
        if (session != null) end(ctx, session);
        cookie.clear(ctx);
        Access.nowIs(ctx, null);
    }

    private void end(Context ctx, Session session) {
        try (var transaction = db.beginTransaction()) {
            db.delete(session);
            audit.record(ctx, Act.SIGNED_OUT, session.user());
            transaction.commit();
        }
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
        if (session.seen(now)) db.update(session);
        return Member.by(session);
    }

    /** The sessions of the user that are alive, the latest first. */
    List<Session> of(User user) {
        var now = clock.instant();
        return new QSession(db).user.id.eq(user.id()).user.fetch().lastSeen.desc().id.desc().findList().stream()
            .filter(each -> each.alive(now)).toList();
    }

    /** @throws Problem 404 when the user has no such session */
    void end(Context ctx, User user, long id) {
        if (new QSession(db).user.id.eq(user.id()).id.eq(id).delete() == 0) throw Problem.notFound();
        audit.record(ctx, Act.SESSION_ENDED, user);
    }

    /** The same session goes on under a new token: an older one, wherever it may have got to, is worth nothing (ASVS 7.2.4). */
    void renew(Context ctx, Member member) {
        var token = Token.random();
        if (new QSession(db).id.eq(member.session().id).asUpdate().set("tokenHash", Token.hash(token)).update() == 1)
            cookie.write(ctx, token, Stay.of(member.session().remembered));
    }

    /** Ends every session of the user but the one that asks (ASVS 7.4.3). */
    void endOthers(Member member) {
        new QSession(db).user.id.eq(member.user().id()).id.ne(member.session().id).delete();
    }

    /** Ends every session of the user. */
    void endAll(User user) {
        new QSession(db).user.id.eq(user.id()).delete();
    }

    /** Removes the rows of sessions that are over. */
    public void sweep() {
        for (var stay : Stay.values()) new QSession(db).remembered.eq(stay == Stay.REMEMBERED)
            .or().lastSeen.lessThan(clock.instant().minus(stay.idle)).started.lessThan(clock.instant().minus(stay.absolute)).endOr().delete();
    }

    private void endBeyond(User user) {
        var oldest = new QSession(db).user.id.eq(user.id()).lastSeen.desc().id.desc().setFirstRow(MOST).setMaxRows(MOST).<Long>findIds();
        if (!oldest.isEmpty()) new QSession(db).id.in(oldest).delete();
    }

    private Session find(String token) {
        return token == null ? null : new QSession(db).tokenHash.eq(Token.hash(token)).user.fetch().user.profile.fetch().findOne();
    }

    private void endOf(String token) {
        if (token != null) new QSession(db).tokenHash.eq(Token.hash(token)).delete();
    }
}

package profiles.account;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.query.QSession;
import profiles.account.query.QUser;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.web.Access;
import profiles.web.ClientAddress;
import profiles.web.Problem;

/** Who is signed in: begins sessions, finds them, ends them. */
@Singleton
public final class Sessions {
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

    /**
     * A new session with a new token at every login; the one that the browser came with ends (ASVS 7.2.4).
     *
     * @throws Problem 409 when the password that opened it was changed, or the account deactivated, since it was read
     */
    void start(Context ctx, User user, boolean remembered) {
        var token = Token.random();
        var session = new Session(user, Token.hash(token), Device.of(ctx, client.of(ctx)), remembered, clock.instant());
        try (var transaction = db.beginTransaction()) {
            loggedIn(user, session.started);
            endOf(cookie.read(ctx));
            db.save(session);
            audit.record(ctx, Act.SIGNED_IN, user);
            transaction.commit();
        }
        cookie.write(ctx, token, Stay.of(remembered));
        Access.nowIs(ctx, Member.by(session));
    }

    /** First of all, since it locks the row: a change under way ends all sessions, and this one would come too late to be among them. */
    private void loggedIn(User user, Instant now) {
        var same = new QUser(db).id.eq(user.id()).password.eq(user.password()).active.isTrue();
        if (same.asUpdate().set("lastLogin", now).update() != 1) throw Problem.changedMeanwhile("Your account was changed at the same time elsewhere. Log in again.");
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

    /** The same session goes on under a new token: an older one, wherever it may have got to, is worth nothing (ASVS 7.2.4). */
    void renew(Context ctx, Member member) {
        var token = Token.random();
        if (new QSession(db).id.eq(member.session().id).asUpdate().set("tokenHash", Token.hash(token)).update() == 1)
            cookie.write(ctx, token, Stay.of(member.session().remembered));
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

    /** Ends every session of the user. */
    void endAll(User user) {
        new QSession(db).user.id.eq(user.id()).delete();
    }

    /** Removes the rows of sessions that are over. */
    public void sweep() {
        for (var stay : Stay.values()) new QSession(db).remembered.eq(stay == Stay.REMEMBERED)
            .or().lastSeen.lessThan(clock.instant().minus(stay.idle)).started.lessThan(clock.instant().minus(stay.absolute)).endOr().delete();
    }

    private Session find(String token) {
        return token == null ? null : new QSession(db).tokenHash.eq(Token.hash(token)).user.fetch().user.profile.fetch().findOne();
    }

    private void endOf(String token) {
        if (token != null) new QSession(db).tokenHash.eq(Token.hash(token)).delete();
    }
}

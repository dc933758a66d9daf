package profiles.account;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.query.QSession;
import profiles.account.query.QUser;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.web.Access;
import profiles.web.ClientAddress;
import profiles.web.Problem;

/** Signs the one who asks in and out: the session, and the cookie that holds its token. */
@Singleton
public final class Login {
    private final Database db;
    private final Clock clock;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Audit audit;
    private final ClientAddress client;

    @Inject
    Login(Database db, Clock clock, Sessions sessions, SessionCookie cookie, Audit audit, ClientAddress client) {
        this.db = db;
        this.clock = clock;
        this.sessions = sessions;
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
            sessions.endOf(cookie.read(ctx));
            db.save(session);
            sessions.endBeyond(user);
            audit.record(ctx, Act.SIGNED_IN, user);
            transaction.commit();
        }
        cookie.write(ctx, token, Stay.of(remembered));
        Access.nowIs(ctx, Member.by(session));
    }

    /** First of all, since it locks the row: a change under way ends all sessions, and this one would come too late to be among them. */
    private void loggedIn(User user, Instant now) {
        var same = new QUser(db).id.eq(user.id()).password.eq(user.password()).active.isTrue();
        if (same.asUpdate().set("lastLogin", now).update() != 1)
            throw Problem.changedMeanwhile("Your account was changed at the same time elsewhere. Log in again.");
    }

    /** The session is dead on the server, whatever the browser keeps (ASVS 7.4.1). */
    public void end(Context ctx) {
        var token = cookie.read(ctx);
        if (token == null) return;
        var session = sessions.find(token);
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

    /** The same session goes on under a new token: an older one, wherever it may have got to, is worth nothing (ASVS 7.2.4). */
    void renew(Context ctx, Member member) {
        var token = Token.random();
        if (new QSession(db).id.eq(member.session().id).asUpdate().set("tokenHash", Token.hash(token)).update() == 1)
            cookie.write(ctx, token, Stay.of(member.session().remembered));
    }
}

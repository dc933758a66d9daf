package profiles.account;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.query.QSession;
import profiles.web.Access;
import profiles.web.Visitors;

/** Who is signed in: begins sessions, finds them, ends them. */
@Singleton
public final class Sessions implements Visitors {
    private final Database db;
    private final Clock clock;
    private final SessionCookie cookie;

    @Inject
    Sessions(Database db, Clock clock, SessionCookie cookie) {
        this.db = db;
        this.clock = clock;
        this.cookie = cookie;
    }

    /** A new session with a new token at every login; the one that the browser came with ends (ASVS 7.2.4). */
    void start(Context ctx, User user) {
        var token = Token.random();
        var session = new Session(user, Token.hash(token), clock.instant());
        user.loggedIn(clock.instant());
        try (var transaction = db.beginTransaction()) {
            endOf(cookie.read(ctx));
            db.save(session);
            db.update(user);
            transaction.commit();
        }
        cookie.write(ctx, token);
        Access.nowIs(ctx, new Member(session));
    }

    /** The session is dead on the server, whatever the browser keeps (ASVS 7.4.1). */
    public void end(Context ctx) {
        endOf(cookie.read(ctx));
        cookie.clear(ctx);
        Access.nowIs(ctx, null);
    }

    /** One SQL statement tells session, user and profile. */
    @Override
    public Member asking(Context ctx) {
        var token = cookie.read(ctx);
        if (token == null) return null;
        var now = clock.instant();
        var session = new QSession(db).tokenHash.eq(Token.hash(token)).user.fetch().user.profile.fetch().findOne();
        if (session == null || !session.alive(now)) return null;
        if (session.seen(now)) db.update(session);
        return new Member(session);
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
        var now = clock.instant();
        new QSession(db).or().lastSeen.lessThan(now.minus(Session.IDLE)).started.lessThan(now.minus(Session.ABSOLUTE)).endOr().delete();
    }

    private void endOf(String token) {
        if (token != null) new QSession(db).tokenHash.eq(Token.hash(token)).delete();
    }
}

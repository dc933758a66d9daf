package profiles.account.session;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.LastUsedThreshold;
import profiles.account.Member;
import profiles.account.SecretToken;
import profiles.account.Session;
import profiles.account.SessionLifetime;
import profiles.account.User;
import profiles.account.query.QSession;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.database.OptionalWrites;
import profiles.database.Transactions;
import profiles.web.Problem;
import profiles.web.security.SecurityHeaders;

/** Finds, lists and ends sessions. {@link Login} creates them. */
@Singleton
public final class Sessions {
    /** At once for one account; the next login ends the one that was seen longest ago. */
    public static final int MAX = 50;

    private final Database db;
    private final Clock clock;
    private final SessionCookie cookie;
    private final AuditTrail audit;
    private final OptionalWrites optional;

    @Inject
    public Sessions(Database db, Clock clock, SessionCookie cookie, AuditTrail audit, OptionalWrites optional) {
        this.db = db;
        this.clock = clock;
        this.cookie = cookie;
        this.audit = audit;
        this.optional = optional;
    }

    /** One SQL statement tells session, user and profile. @return null for a guest */
    public Member authenticate(Context ctx) {
        var now = clock.instant();
        var token = cookie.read(ctx);
        var session = find(token);
        if (session != null && session.isAlive(now)) return current(session, now);
        // Not left to the cleanup: a user who is activated again signs in anew (ASVS 7.4.2).
        if (session != null) optional.run(() -> db.delete(session), false);
        if (token != null) SecurityHeaders.clearCache(ctx);
        return null;
    }

    private Member current(Session session, Instant now) {
        // Whoever ended it since it was read has the last word.
        return LastUsedThreshold.isStale(session.lastSeen, now) && !optional.run(() -> touch(session, now), true) ? null
            : Member.by(session);
    }

    private boolean touch(Session session, Instant now) {
        return new QSession(db).id.eq(session.id).asUpdate().set("lastSeen", now).set("passwordMark", SecretToken.markOf(session.user))
            .update() == 1;
    }

    /** The sessions of the user that are alive, the latest first. */
    public List<Session> of(User user) {
        var now = clock.instant();
        return new QSession(db).user.id.eq(user.id()).user.fetch().lastSeen.desc().id.desc().findList().stream()
            .filter(each -> each.isAlive(now)).toList();
    }

    /** @throws Problem 404 when the user has no such session */
    void end(Context ctx, User user, long id) {
        Transactions.run(db, () -> {
            if (new QSession(db).user.id.eq(user.id()).id.eq(id).delete() == 0) throw Problem.notFound();
            audit.record(ctx, AuditAction.SESSION_ENDED, user);
        });
    }

    /** As a member asks for (ASVS 7.5.2). */
    public void endOthers(Context ctx, Member member) {
        Transactions.run(db, () -> {
            endOthers(member);
            audit.record(ctx, AuditAction.SESSION_ENDED, member.user());
        });
    }

    /** Ends every session of the user but the one that asks (ASVS 7.4.3). */
    public void endOthers(Member member) {
        new QSession(db).user.id.eq(member.user().id()).id.ne(member.session().id).delete();
    }

    /** The session that asks goes on under the new password. */
    public void keep(Session session, User user) {
        new QSession(db).id.eq(session.id).asUpdate().set("passwordMark", SecretToken.markOf(user)).update();
    }

    /** Ends every session of the user. @return how many there were */
    public int endAll(User user) {
        return new QSession(db).user.id.eq(user.id()).delete();
    }

    public void deleteExpired() {
        for (var lifetime : SessionLifetime.values()) Transactions.runLong(db,
            () -> new QSession(db).remembered.eq(lifetime == SessionLifetime.REMEMBERED)
            .or().lastSeen.lessThan(clock.instant().minus(lifetime.idle)).started.lessThan(clock.instant().minus(lifetime.absolute)).endOr()
            .delete());
    }

    /** Ends those that are more than an account may have, the longest unseen first. */
    void endBeyond(User user) {
        var oldest = new QSession(db).user.id.eq(user.id()).lastSeen.desc().id.desc().setFirstRow(MAX).setMaxRows(MAX).<Long>findIds();
        if (!oldest.isEmpty()) new QSession(db).id.in(oldest).delete();
    }

    Session find(String token) {
        return token == null ? null : new QSession(db).tokenHash.eq(SecretToken.hash(token)).user.fetch().user.profile.fetch().findOne();
    }

    void endOf(String token) {
        if (token != null) new QSession(db).tokenHash.eq(SecretToken.hash(token)).delete();
    }
}

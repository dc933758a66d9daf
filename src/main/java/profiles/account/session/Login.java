package profiles.account.session;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.Device;
import profiles.account.Member;
import profiles.account.SecretToken;
import profiles.account.Session;
import profiles.account.SessionLifetime;
import profiles.account.User;
import profiles.account.query.QSession;
import profiles.account.query.QUser;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.database.Transactions;
import profiles.web.ClientAddress;
import profiles.web.Problem;
import profiles.web.security.AccessControl;

/** Login and logout: creates and ends the session, and sets its cookie. */
@Singleton
public final class Login {
    private final Database db;
    private final Clock clock;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final DeviceCookie device;
    private final AuditTrail audit;
    private final ClientAddress client;

    @Inject
    Login(Database db, Clock clock, Sessions sessions, SessionCookie cookie, DeviceCookie device, AuditTrail audit, ClientAddress client) {
        this.db = db;
        this.clock = clock;
        this.sessions = sessions;
        this.cookie = cookie;
        this.device = device;
        this.audit = audit;
        this.client = client;
    }

    public void start(Context ctx, User user) {
        start(ctx, user, false);
    }

    /**
     * A new session with a new token at every login; the one that the browser came with ends (ASVS 7.2.4).
     *
     * @throws Problem 409 when the password that opened it was changed, or the account deactivated, since it was read
     */
    public void start(Context ctx, User user, boolean remembered) {
        var token = SecretToken.random();
        var signedInFrom = Device.of(ctx, client.of(ctx));
        var session = Transactions.get(db, () -> insert(ctx, new Session(user, SecretToken.hash(token), signedInFrom, remembered,
            clock.instant())));
        cookie.write(ctx, token, SessionLifetime.of(remembered));
        device.write(ctx, user);
        AccessControl.setCurrent(ctx, Member.by(session));
    }

    private Session insert(Context ctx, Session session) {
        recordLogin(session.user(), session.started);
        sessions.endOf(cookie.read(ctx));
        db.save(session);
        sessions.endBeyond(session.user());
        audit.record(ctx, AuditAction.SIGNED_IN, session.user());
        return session;
    }

    /** First of all, since it locks the row: a change under way ends all sessions, and this one would come too late to be among them. */
    private void recordLogin(User user, Instant now) {
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
        AccessControl.setCurrent(ctx, null);
    }

    private void end(Context ctx, Session session) {
        Transactions.run(db, () -> {
            new QSession(db).id.eq(session.id).delete();
            audit.record(ctx, AuditAction.SIGNED_OUT, session.user());
        });
    }

    /**
     * The same session goes on under a new token: an older one, wherever it may have got to, is worth nothing (ASVS 7.2.4).
     *
     * @param user with the new password
     */
    public void renew(Context ctx, Member member, User user) {
        var token = SecretToken.random();
        if (Transactions.repeat(() -> new QSession(db).id.eq(member.session().id).asUpdate().set("tokenHash", SecretToken.hash(token))
            .update()) == 1)
            cookie.write(ctx, token, SessionLifetime.of(member.session().remembered));
        device.write(ctx, user);
    }
}

package profiles.account.token;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.AccessToken;
import profiles.account.LastUsedThreshold;
import profiles.account.Member;
import profiles.account.SecretToken;
import profiles.account.TokenFormat;
import profiles.account.User;
import profiles.account.query.QAccessToken;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.database.OptionalWrites;
import profiles.database.Transactions;
import profiles.web.FormErrors;
import profiles.web.Problem;

/** Personal tokens, with which programs authenticate. */
@Singleton
public final class Tokens {
    /** For one account, the expired too: more than anybody can tell apart. */
    public static final int MAX = 50;

    private final Database db;
    private final Clock clock;
    private final AuditTrail audit;
    private final OptionalWrites optional;

    @Inject
    Tokens(Database db, Clock clock, AuditTrail audit, OptionalWrites optional) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
        this.optional = optional;
    }

    /** Makes one. Its text is told this once, and not kept. @throws profiles.web.InvalidForm when there are too many */
    CreatedTokenView create(Context ctx, User user, TokenForm form) {
        var text = TokenFormat.random();
        var now = clock.instant();
        var made = new AccessToken(user, text, form.name(), form.readOnly(), form.expires(now), now);
        var token = Transactions.get(db, () -> insert(ctx, user, form, made));
        return CreatedTokenView.of(token, text);
    }

    private AccessToken insert(Context ctx, User user, TokenForm form, AccessToken token) {
        if (new QAccessToken(db).user.id.eq(user.id()).findCount() >= MAX)
            new FormErrors().add("name", "You have " + MAX + " tokens already. Revoke one that you do not need any more.").check(form);
        db.save(token);
        audit.record(ctx, AuditAction.TOKEN_MADE, user);
        return token;
    }

    /** One SQL statement tells token, user and profile. @return null when it is none of ours, or may not be used any more */
    public Member authenticate(String text) {
        if (!TokenFormat.isWellFormed(text)) return null;
        var now = clock.instant();
        var token = new QAccessToken(db).tokenHash.eq(SecretToken.hash(text)).user.fetch().user.profile.fetch().findOne();
        if (token == null) return null;
        if (!token.isUsable(now)) {
            // As with sessions: an account that is activated again begins without.
            if (token.ended()) optional.run(() -> db.delete(token), false);
            return null;
        }
        // Whoever revoked it since it was read has the last word.
        return LastUsedThreshold.isStale(token.lastUsed, now) && !optional.run(() -> touch(token, now), true) ? null : Member.by(token);
    }

    private boolean touch(AccessToken token, Instant now) {
        return new QAccessToken(db).id.eq(token.id).asUpdate().set("lastUsed", now).set("passwordMark", SecretToken.markOf(token.user))
            .update() == 1;
    }

    /** The latest first, the expired too. */
    public List<AccessToken> of(User user) {
        return new QAccessToken(db).user.id.eq(user.id()).user.fetch().id.desc().findList().stream().filter(token -> !token.ended())
            .toList();
    }

    /** @throws Problem 404 when the user has no such token */
    void revoke(Context ctx, User user, long id) {
        Transactions.run(db, () -> {
            if (new QAccessToken(db).user.id.eq(user.id()).id.eq(id).delete() == 0) throw Problem.notFound();
            audit.record(ctx, AuditAction.TOKEN_REVOKED, user);
        });
    }

    /** @return how many there were */
    public int revokeAll(User user) {
        return new QAccessToken(db).user.id.eq(user.id()).delete();
    }
}

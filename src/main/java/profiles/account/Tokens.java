package profiles.account;

import io.ebean.Database;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.query.QAccessToken;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.web.Errors;
import profiles.web.Problem;

/** The personal tokens, with which programs sign in. */
@Singleton
public final class Tokens {
    /** For one account, the expired too: more than anybody can tell apart. */
    static final int MOST = 50;

    private final Database db;
    private final Clock clock;
    private final Audit audit;

    @Inject
    Tokens(Database db, Clock clock, Audit audit) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
    }

    /** Makes one. Its text is told this once, and not kept. @throws profiles.web.Invalid when there are too many */
    NewToken make(Context ctx, User user, NewTokenForm form) {
        var text = BearerText.random();
        var token = new AccessToken(user, text, form, clock.instant());
        try (var transaction = db.beginTransaction()) {
            if (new QAccessToken(db).user.id.eq(user.id()).findCount() >= MOST)
                new Errors().on("name", "You have " + MOST + " tokens already. Revoke one that you do not need any more.").check(form);
            db.save(token);
            audit.record(ctx, Act.TOKEN_MADE, user);
            transaction.commit();
        }
        return NewToken.of(token, text);
    }

    /** One SQL statement tells token, user and profile. @return null when it is none of ours, or may not be used any more */
    Member asking(String text) {
        if (!BearerText.looksRight(text)) return null;
        var now = clock.instant();
        var token = new QAccessToken(db).tokenHash.eq(Token.hash(text)).user.fetch().user.profile.fetch().findOne();
        if (token == null || !token.usable(now)) return null;
        // Whoever revoked it since it was read has the last word.
        return Seen.stale(token.lastUsed, now) && !used(token, now) ? null : Member.by(token);
    }

    private boolean used(AccessToken token, Instant now) {
        return new QAccessToken(db).id.eq(token.id).asUpdate().set("lastUsed", now).update() == 1;
    }

    /** The latest first, the expired too. */
    List<AccessToken> of(User user) {
        return new QAccessToken(db).user.id.eq(user.id()).id.desc().findList();
    }

    /** @throws Problem 404 when the user has no such token */
    void revoke(Context ctx, User user, long id) {
        try (var transaction = db.beginTransaction()) {
            if (new QAccessToken(db).user.id.eq(user.id()).id.eq(id).delete() == 0) throw Problem.notFound();
            audit.record(ctx, Act.TOKEN_REVOKED, user);
            transaction.commit();
        }
    }

    void revokeAll(User user) {
        new QAccessToken(db).user.id.eq(user.id()).delete();
    }
}

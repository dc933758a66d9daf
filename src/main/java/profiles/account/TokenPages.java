package profiles.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import javax.inject.Inject;
import profiles.web.Flash;
import profiles.web.Id;
import profiles.web.Input;
import profiles.web.Reply;

/** A member's tokens: see them, make one, revoke one. */
public final class TokenPages {
    private static final String HERE = "/accounts/tokens/";

    private final Tokens tokens;
    private final Reply reply;
    private final Clock clock;

    @Inject
    TokenPages(Tokens tokens, Reply reply, Clock clock) {
        this.tokens = tokens;
        this.reply = reply;
        this.clock = clock;
    }

    public void list(Context ctx) {
        reply.ok(ctx, TokensView.of(tokens.of(Member.of(ctx).user()), clock.instant()));
    }

    public void form(Context ctx) {
        reply.ok(ctx, NewTokenForm.EMPTY);
    }

    /** People too get the answer itself: after a redirect nobody would know the text any more. */
    public void make(Context ctx) {
        var form = NewTokenForm.read(Input.read(ctx, NewTokenForm.NAMES));
        ctx.status(HttpStatus.CREATED).header("Location", HERE);
        reply.ok(ctx, tokens.make(ctx, Member.of(ctx).user(), form));
    }

    public void revoke(Context ctx) {
        tokens.revoke(ctx, Member.of(ctx).user(), Id.of(ctx));
        reply.gone(ctx, HERE, Flash.TOKEN_REVOKED);
    }
}

package profiles.account.token;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.account.password.PasswordConfirmation;
import profiles.web.request.FormInput;
import profiles.web.request.PathId;
import profiles.web.response.Flash;
import profiles.web.response.Reply;

/** The member's tokens: list, create, revoke. */
public final class TokenPages {
    private static final String HERE = "/accounts/tokens/";

    private final Tokens tokens;
    private final PasswordConfirmation confirmation;
    private final Reply reply;
    private final Clock clock;

    @Inject
    TokenPages(Tokens tokens, PasswordConfirmation confirmation, Reply reply, Clock clock) {
        this.tokens = tokens;
        this.confirmation = confirmation;
        this.reply = reply;
        this.clock = clock;
    }

    public void list(Context ctx) {
        reply.ok(ctx, TokensView.of(tokens.of(Member.of(ctx).user()), clock.instant()));
    }

    public void createForm(Context ctx) {
        reply.ok(ctx, TokenForm.empty(!confirmation.isRecent(ctx)));
    }

    /** People too get the answer itself: after a redirect nobody would know the text any more. */
    public void create(Context ctx) {
        var in = FormInput.read(ctx, TokenForm.NAMES);
        var form = TokenForm.read(in, !confirmation.isRecent(ctx));
        if (!form.readOnly()) confirmation.confirm(ctx, in.textOr(PasswordConfirmation.FIELD, ""), form);
        ctx.status(HttpStatus.CREATED).header("Location", HERE);
        reply.ok(ctx, tokens.create(ctx, Member.of(ctx).user(), form));
    }

    public void revoke(Context ctx) {
        tokens.revoke(ctx, Member.of(ctx).user(), PathId.of(ctx));
        reply.deleted(ctx, HERE, Flash.TOKEN_REVOKED);
    }
}

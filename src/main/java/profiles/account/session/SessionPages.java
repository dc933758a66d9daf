package profiles.account.session;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.account.password.PasswordConfirmation;
import profiles.web.request.FormInput;
import profiles.web.request.PathId;
import profiles.web.response.Flash;
import profiles.web.response.Reply;

/** The member's sessions: list them, end one or all others. */
public final class SessionPages {
    private static final String HERE = "/accounts/sessions/";

    private final Sessions sessions;
    private final PasswordConfirmation confirmation;
    private final Reply reply;

    @Inject
    SessionPages(Sessions sessions, PasswordConfirmation confirmation, Reply reply) {
        this.sessions = sessions;
        this.confirmation = confirmation;
        this.reply = reply;
    }

    public void list(Context ctx) {
        reply.ok(ctx, view(ctx));
    }

    public void end(Context ctx) {
        var id = PathId.of(ctx);
        // One's own ends without more ado, as by logging out.
        if (id != Member.of(ctx).session().id) confirmation.confirm(ctx, password(ctx), view(ctx));
        sessions.end(ctx, Member.of(ctx).user(), id);
        reply.deleted(ctx, HERE, Flash.SESSION_ENDED);
    }

    public void endOthers(Context ctx) {
        confirmation.confirm(ctx, password(ctx), view(ctx));
        sessions.endOthers(ctx, Member.of(ctx));
        reply.deleted(ctx, HERE, Flash.OTHERS_ENDED);
    }

    /** The request may also have no body. */
    private static String password(Context ctx) {
        return ctx.contentType() == null ? "" : FormInput.read(ctx, SessionsView.NAMES).textOr(PasswordConfirmation.FIELD, "");
    }

    private SessionsView view(Context ctx) {
        var member = Member.of(ctx);
        return SessionsView.of(sessions.of(member.user()), member.session(), !confirmation.isRecent(ctx));
    }
}

package profiles.account;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.web.Flash;
import profiles.web.Id;
import profiles.web.Reply;

/** A member's sessions: see them, end one or all others. */
public final class SessionPages {
    private static final String HERE = "/accounts/sessions/";

    private final Sessions sessions;
    private final Reply reply;

    @Inject
    SessionPages(Sessions sessions, Reply reply) {
        this.sessions = sessions;
        this.reply = reply;
    }

    public void list(Context ctx) {
        var member = Member.of(ctx);
        reply.ok(ctx, SessionsView.of(sessions.of(member.user()), member.session()));
    }

    public void end(Context ctx) {
        sessions.end(ctx, Member.of(ctx).user(), Id.of(ctx));
        reply.gone(ctx, HERE, Flash.SESSION_ENDED);
    }

    public void endOthers(Context ctx) {
        sessions.endOthers(ctx, Member.of(ctx));
        reply.gone(ctx, HERE, Flash.OTHERS_ENDED);
    }
}

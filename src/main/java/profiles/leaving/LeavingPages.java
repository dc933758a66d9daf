package profiles.leaving;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.Login;
import profiles.account.Member;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.web.Flash;
import profiles.web.Input;
import profiles.web.Reply;

/** Take along what the service knows of one, and go. */
public final class LeavingPages {
    private final Export export;
    private final Deletion deletion;
    private final Login login;
    private final Audit audit;
    private final Reply reply;

    @Inject
    LeavingPages(Export export, Deletion deletion, Login login, Audit audit, Reply reply) {
        this.export = export;
        this.deletion = deletion;
        this.login = login;
        this.audit = audit;
        this.reply = reply;
    }

    public void export(Context ctx) {
        var member = Member.of(ctx);
        audit.record(ctx, Act.EXPORTED, member.user());
        export.of(member).send(ctx, "profiles-" + member.username() + ".zip");
    }

    public void warn(Context ctx) {
        reply.ok(ctx, DeletionForm.empty(Member.of(ctx)));
    }

    public void leave(Context ctx) {
        var member = Member.of(ctx);
        deletion.run(ctx, DeletionForm.read(Input.read(ctx, DeletionForm.NAMES), member));
        login.end(ctx);
        // ASVS 14.3.1. Not "cookies": ours is cleared already, and the farewell waits in another.
        ctx.header("Clear-Site-Data", "\"cache\", \"storage\"");
        reply.gone(ctx, "/accounts/login/", Flash.FAREWELL);
    }
}

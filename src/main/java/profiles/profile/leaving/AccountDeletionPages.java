package profiles.profile.leaving;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.account.session.Login;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.web.request.FormInput;
import profiles.web.response.Flash;
import profiles.web.response.Reply;

/** The pages for exporting one's data and for deleting the account. */
public final class AccountDeletionPages {
    private final AccountExport export;
    private final AccountDeletion deletion;
    private final Login login;
    private final AuditTrail audit;
    private final Reply reply;

    @Inject
    AccountDeletionPages(AccountExport export, AccountDeletion deletion, Login login, AuditTrail audit, Reply reply) {
        this.export = export;
        this.deletion = deletion;
        this.login = login;
        this.audit = audit;
        this.reply = reply;
    }

    public void export(Context ctx) {
        var member = Member.of(ctx);
        if (ctx.req().getMethod().equals("GET")) audit.record(ctx, AuditAction.EXPORTED, member.user());
        export.of(member).send(ctx, "profiles-" + member.username() + ".zip");
    }

    public void deleteForm(Context ctx) {
        reply.ok(ctx, DeletionForm.empty(Member.of(ctx)));
    }

    public void delete(Context ctx) {
        var member = Member.of(ctx);
        deletion.run(ctx, DeletionForm.read(FormInput.read(ctx, DeletionForm.NAMES), member));
        login.end(ctx);
        // ASVS 14.3.1. Not "cookies": ours is cleared already, and another one holds the message for the next page.
        ctx.header("Clear-Site-Data", "\"cache\", \"storage\"");
        reply.deleted(ctx, "/accounts/login/", Flash.FAREWELL);
    }
}

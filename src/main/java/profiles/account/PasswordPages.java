package profiles.account;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.MailedLink.Purpose;
import profiles.web.Flash;
import profiles.web.Input;
import profiles.web.Reply;

/** A new password: with the old one, or by a link in a mail. */
public final class PasswordPages {
    private final Passwords passwords;
    private final NewPasswords changes;
    private final ResetRequests requests;
    private final Links links;
    private final Sessions sessions;
    private final Reply reply;

    @Inject
    PasswordPages(Passwords passwords, NewPasswords changes, ResetRequests requests, Links links, Sessions sessions, Reply reply) {
        this.passwords = passwords;
        this.changes = changes;
        this.requests = requests;
        this.links = links;
        this.sessions = sessions;
        this.reply = reply;
    }

    public void edit(Context ctx) {
        reply.ok(ctx, PasswordForm.empty(Member.of(ctx).user()));
    }

    public void change(Context ctx) {
        var member = Member.of(ctx);
        var user = member.user();
        var form = PasswordForm.read(Input.read(ctx, PasswordForm.NAMES), user, old -> passwords.matches(old, user));
        changes.change(member, form.password());
        sessions.renew(ctx, member);
        reply.gone(ctx, "/accounts/", Flash.PASSWORD_CHANGED);
    }

    public void forgot(Context ctx) {
        reply.ok(ctx, ForgotForm.EMPTY);
    }

    /** The same answer, whoever has the address. */
    public void ask(Context ctx) {
        requests.ask(ForgotForm.read(Input.read(ctx, ForgotForm.NAMES)).email());
        reply.gone(ctx, "/accounts/login/", Flash.RESET_MAILED);
    }

    public void choose(Context ctx) {
        reply.ok(ctx, ResetForm.empty(links.look(Purpose.RESET, LinkPath.of(ctx)).user()));
    }

    public void reset(Context ctx) {
        var path = LinkPath.of(ctx);
        var user = links.look(Purpose.RESET, path).user();
        changes.reset(path, ResetForm.read(Input.read(ctx, ResetForm.NAMES), user).password());
        reply.gone(ctx, "/accounts/login/", Flash.PASSWORD_RESET);
    }
}

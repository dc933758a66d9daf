package profiles.account;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.MailedLink.Purpose;
import profiles.throttle.Throttle;
import profiles.web.Flash;
import profiles.web.Input;
import profiles.web.Reply;

/** A new password: with the old one, or by a link in a mail. */
public final class PasswordPages {
    private final OwnPassword own;
    private final Throttle throttle;
    private final NewPasswords changes;
    private final ResetRequests requests;
    private final Links links;
    private final Login login;
    private final Reply reply;

    @Inject
    PasswordPages(OwnPassword own, Throttle throttle, NewPasswords changes, ResetRequests requests, Links links, Login login, Reply reply) {
        this.own = own;
        this.throttle = throttle;
        this.changes = changes;
        this.requests = requests;
        this.links = links;
        this.login = login;
        this.reply = reply;
    }

    public void edit(Context ctx) {
        reply.ok(ctx, PasswordForm.empty(Member.of(ctx).user()));
    }

    public void change(Context ctx) {
        var member = Member.of(ctx);
        var user = member.user();
        var form = PasswordForm.read(Input.read(ctx, PasswordForm.NAMES), user, old -> own.is(ctx, old, PasswordForm.empty(user)));
        changes.change(ctx, member, form.password());
        login.renew(ctx, member);
        reply.gone(ctx, "/accounts/", Flash.PASSWORD_CHANGED);
    }

    public void forgot(Context ctx) {
        reply.ok(ctx, ForgotForm.EMPTY);
    }

    /** The same answer, whoever has the address. */
    public void ask(Context ctx) {
        var form = ForgotForm.read(Input.read(ctx, ForgotForm.NAMES));
        throttle.reset(ctx, form.email(), form);
        requests.ask(ctx, form.email());
        reply.gone(ctx, "/accounts/login/", Flash.RESET_MAILED);
    }

    public void choose(Context ctx) {
        reply.ok(ctx, ResetForm.empty(links.look(Purpose.RESET, LinkPath.of(ctx)).user()));
    }

    public void reset(Context ctx) {
        var path = LinkPath.of(ctx);
        var user = links.look(Purpose.RESET, path).user();
        changes.reset(ctx, path, ResetForm.read(Input.read(ctx, ResetForm.NAMES), user).password());
        reply.gone(ctx, "/accounts/login/", Flash.PASSWORD_RESET);
    }
}

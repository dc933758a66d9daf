package profiles.account.recovery;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.account.link.LinkPath;
import profiles.account.link.LinkToken.Purpose;
import profiles.account.link.LinkTokens;
import profiles.account.password.PasswordConfirmation;
import profiles.account.password.PasswordStrengthCheck;
import profiles.account.session.Login;
import profiles.ratelimit.RateLimits;
import profiles.web.request.FormInput;
import profiles.web.response.Flash;
import profiles.web.response.Reply;

/** Password change and password reset. */
public final class PasswordPages {
    private final PasswordConfirmation confirmation;
    private final PasswordStrengthCheck strength;
    private final RateLimits rateLimits;
    private final PasswordChanges changes;
    private final ResetRequests requests;
    private final LinkTokens links;
    private final Login login;
    private final Reply reply;

    @Inject
    PasswordPages(PasswordConfirmation confirmation, PasswordStrengthCheck strength, RateLimits rateLimits, PasswordChanges changes,
        ResetRequests requests, LinkTokens links, Login login,
                  Reply reply) {
        this.confirmation = confirmation;
        this.strength = strength;
        this.rateLimits = rateLimits;
        this.changes = changes;
        this.requests = requests;
        this.links = links;
        this.login = login;
        this.reply = reply;
    }

    public void changeForm(Context ctx) {
        reply.ok(ctx, PasswordChangeForm.empty(Member.of(ctx).user()));
    }

    public void change(Context ctx) {
        var member = Member.of(ctx);
        var user = member.user();
        var form = PasswordChangeForm.read(FormInput.read(ctx, PasswordChangeForm.NAMES), user,
            old -> confirmation.matches(ctx, old, PasswordChangeForm.empty(user)), strength.forRequest(ctx, user));
        login.renew(ctx, member, changes.change(ctx, member, form.password()));
        reply.deleted(ctx, "/accounts/", Flash.PASSWORD_CHANGED);
    }

    public void resetRequestForm(Context ctx) {
        reply.ok(ctx, ResetRequestForm.EMPTY);
    }

    /** The same answer, whoever has the address. */
    public void requestReset(Context ctx) {
        var form = ResetRequestForm.read(FormInput.read(ctx, ResetRequestForm.NAMES));
        rateLimits.reset(ctx, form.email(), form);
        requests.add(ctx, form.email());
        reply.deleted(ctx, "/accounts/login/", Flash.RESET_MAILED);
    }

    public void resetForm(Context ctx) {
        reply.ok(ctx, ResetForm.empty(links.find(Purpose.RESET, LinkPath.of(ctx)).user()));
    }

    public void reset(Context ctx) {
        var path = LinkPath.of(ctx);
        var user = links.find(Purpose.RESET, path).user();
        changes.reset(ctx, path, ResetForm.read(FormInput.read(ctx, ResetForm.NAMES), user, strength.forRequest(ctx, user)).password());
        reply.deleted(ctx, "/accounts/login/", Flash.PASSWORD_RESET);
    }
}

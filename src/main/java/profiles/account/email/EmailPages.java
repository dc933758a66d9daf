package profiles.account.email;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.account.link.LinkPath;
import profiles.account.link.LinkToken.Purpose;
import profiles.account.link.LinkTokens;
import profiles.account.password.PasswordConfirmation;
import profiles.ratelimit.RateLimits;
import profiles.web.FormErrors;
import profiles.web.request.FormInput;
import profiles.web.response.Flash;
import profiles.web.response.Reply;

/** The member's e-mail address: view it, change it, confirm it by the mailed link. */
public final class EmailPages {
    private final PasswordConfirmation confirmation;
    private final RateLimits rateLimits;
    private final VerifiedEmails addresses;
    private final AccountNameValidator names;
    private final LinkTokens links;
    private final Reply reply;

    @Inject
    EmailPages(PasswordConfirmation confirmation, RateLimits rateLimits, VerifiedEmails addresses, AccountNameValidator names,
        LinkTokens links,
        Reply reply) {
        this.confirmation = confirmation;
        this.rateLimits = rateLimits;
        this.addresses = addresses;
        this.names = names;
        this.links = links;
        this.reply = reply;
    }

    public void changeForm(Context ctx) {
        reply.ok(ctx, currentForm(ctx));
    }

    public void change(Context ctx) {
        var user = Member.of(ctx).user();
        var now = currentForm(ctx);
        var form = EmailForm.read(FormInput.read(ctx, EmailForm.NAMES), user, now.verified(),
            typed -> confirmation.matches(ctx, typed, now));
        var errors = new FormErrors();
        names.validateEmail(form.email(), errors);
        errors.check(form);
        rateLimits.confirmation(ctx, form.email(), form);
        addresses.sendConfirmation(user, form.email());
        reply.changed(ctx, "/accounts/email/", Flash.EMAIL_MAILED, now);
    }

    public void confirmForm(Context ctx) {
        reply.ok(ctx, new ConfirmEmailView(links.find(Purpose.EMAIL, LinkPath.of(ctx)).address()));
    }

    public void confirm(Context ctx) {
        addresses.confirm(ctx, LinkPath.of(ctx));
        reply.deleted(ctx, "/accounts/email/", Flash.EMAIL_CONFIRMED);
    }

    private EmailForm currentForm(Context ctx) {
        var user = Member.of(ctx).user();
        return EmailForm.of(user, addresses.isVerified(user));
    }
}

package profiles.account;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.MailedLink.Purpose;
import profiles.throttle.Throttle;
import profiles.web.Flash;
import profiles.web.Input;
import profiles.web.Reply;

/** A member's e-mail address: see it, change it, confirm it by the link that was mailed there. */
public final class EmailPages {
    private final OwnPassword own;
    private final Throttle throttle;
    private final EmailAddresses addresses;
    private final Links links;
    private final Reply reply;

    @Inject
    EmailPages(OwnPassword own, Throttle throttle, EmailAddresses addresses, Links links, Reply reply) {
        this.own = own;
        this.throttle = throttle;
        this.addresses = addresses;
        this.links = links;
        this.reply = reply;
    }

    public void edit(Context ctx) {
        reply.ok(ctx, now(ctx));
    }

    public void change(Context ctx) {
        var user = Member.of(ctx).user();
        var now = now(ctx);
        var form = EmailForm.read(Input.read(ctx, EmailForm.NAMES), user, now.verified(), typed -> own.is(ctx, typed, now));
        throttle.confirmation(ctx, form.email(), form);
        addresses.ask(user, form.email());
        reply.changed(ctx, "/accounts/email/", Flash.EMAIL_MAILED, now);
    }

    public void open(Context ctx) {
        reply.ok(ctx, new ConfirmView(links.look(Purpose.EMAIL, LinkPath.of(ctx)).address()));
    }

    public void confirm(Context ctx) {
        addresses.confirm(ctx, LinkPath.of(ctx));
        reply.gone(ctx, "/accounts/email/", Flash.EMAIL_CONFIRMED);
    }

    private EmailForm now(Context ctx) {
        var user = Member.of(ctx).user();
        return EmailForm.of(user, addresses.isVerified(user));
    }
}

package profiles.account;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.throttle.Throttle;
import profiles.web.Flash;
import profiles.web.Input;
import profiles.web.Next;
import profiles.web.Reply;

/** Register, log in, log out, and the way to all that steers an account. */
public final class AccountPages {
    private static final String HOME = "/profile/";

    private final Users users;
    private final Login login;
    private final Throttle throttle;
    private final Reply reply;

    @Inject
    AccountPages(Users users, Login login, Throttle throttle, Reply reply) {
        this.users = users;
        this.login = login;
        this.throttle = throttle;
        this.reply = reply;
    }

    public void home(Context ctx) {
        reply.ok(ctx, AccountView.of(Member.of(ctx).user()));
    }

    public void newcomer(Context ctx) {
        reply.ok(ctx, RegisterForm.EMPTY);
    }

    public void register(Context ctx) {
        var form = RegisterForm.read(Input.read(ctx, RegisterForm.NAMES));
        throttle.registration(ctx, form.username(), form);
        var user = users.register(ctx, form);
        login.start(ctx, user);
        reply.created(ctx, "/profile/edit/", Flash.WELCOME, AccountView.of(user));
    }

    public void stranger(Context ctx) {
        reply.ok(ctx, LoginForm.empty(ctx.queryParam("next")));
    }

    public void login(Context ctx) {
        var form = LoginForm.read(Input.read(ctx, LoginForm.NAMES));
        var user = users.identify(ctx, form);
        login.start(ctx, user, form.remember());
        reply.changed(ctx, Next.or(HOME, form.next()), null, AccountView.of(user));
    }

    public void logout(Context ctx) {
        login.end(ctx);
        // Not "cookies", which would take those of the whole domain, other services' too.
        ctx.header("Clear-Site-Data", "\"storage\"");
        reply.gone(ctx, "/accounts/login/", Flash.LOGGED_OUT);
    }
}

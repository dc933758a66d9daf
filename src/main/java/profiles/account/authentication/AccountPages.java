package profiles.account.authentication;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.account.password.PasswordStrengthCheck;
import profiles.account.session.Login;
import profiles.ratelimit.RateLimits;
import profiles.web.request.FormInput;
import profiles.web.request.RedirectTarget;
import profiles.web.response.Flash;
import profiles.web.response.Reply;

/** Registration, login, logout, and the page of one's own account. */
public final class AccountPages {
    private static final String HOME = "/profile/";

    private final Users users;
    private final Login login;
    private final PasswordStrengthCheck strength;
    private final RateLimits rateLimits;
    private final Reply reply;

    @Inject
    AccountPages(Users users, Login login, PasswordStrengthCheck strength, RateLimits rateLimits, Reply reply) {
        this.users = users;
        this.login = login;
        this.strength = strength;
        this.rateLimits = rateLimits;
        this.reply = reply;
    }

    public void home(Context ctx) {
        reply.ok(ctx, AccountView.of(Member.of(ctx).user()));
    }

    public void registerForm(Context ctx) {
        reply.ok(ctx, RegisterForm.EMPTY);
    }

    public void register(Context ctx) {
        var form = RegisterForm.read(FormInput.read(ctx, RegisterForm.NAMES), strength.forRequest(ctx, null));
        rateLimits.registration(ctx, form.username(), form);
        var user = users.register(ctx, form);
        login.start(ctx, user);
        reply.created(ctx, "/profile/edit/", Flash.WELCOME, AccountView.of(user));
    }

    public void loginForm(Context ctx) {
        reply.ok(ctx, LoginForm.empty(ctx.queryParam("next")));
    }

    public void login(Context ctx) {
        var form = LoginForm.read(FormInput.read(ctx, LoginForm.NAMES));
        var user = users.authenticate(ctx, form);
        login.start(ctx, user, form.remember());
        reply.changed(ctx, RedirectTarget.orDefault(HOME, form.next()), null, AccountView.of(user));
    }

    public void logout(Context ctx) {
        login.end(ctx);
        // ASVS 14.3.1. Not "cookies", which would take those of the whole domain, other services' too.
        ctx.header("Clear-Site-Data", "\"cache\", \"storage\"");
        reply.deleted(ctx, "/accounts/login/", Flash.LOGGED_OUT);
    }
}

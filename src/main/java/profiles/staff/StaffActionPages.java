package profiles.staff;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.admin.Actor;
import profiles.account.admin.StaffAction;
import profiles.account.admin.StaffActions;
import profiles.account.password.PasswordConfirmation;
import profiles.ratelimit.RateLimits;
import profiles.web.FormErrors;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.request.FormInput;
import profiles.web.response.Flash;
import profiles.web.response.Reply;

/** The actions of staff on an account. An action that was done before changes nothing. */
public final class StaffActionPages {
    private static final String PASSWORD = "password";
    /** What a form that makes or unmakes a superuser sends. */
    public static final FormSchema NAMES = FormSchema.of(FormField.secret(PASSWORD).withLabel("Your own password").required());

    private final Members members;
    private final StaffActions actions;
    private final PasswordConfirmation confirmation;
    private final RateLimits rateLimits;
    private final Reply reply;

    @Inject
    StaffActionPages(Members members, StaffActions actions, PasswordConfirmation confirmation, RateLimits rateLimits, Reply reply) {
        this.members = members;
        this.actions = actions;
        this.confirmation = confirmation;
        this.rateLimits = rateLimits;
        this.reply = reply;
    }

    public void activate(Context ctx) {
        perform(ctx, StaffAction.ACTIVATE, Flash.ACTIVATED);
    }

    public void deactivate(Context ctx) {
        perform(ctx, StaffAction.DEACTIVATE, Flash.DEACTIVATED);
    }

    public void endSessions(Context ctx) {
        perform(ctx, StaffAction.END_SESSIONS, Flash.ALL_ENDED);
    }

    /** The member chooses the password: staff neither set nor see one (ASVS 6.4.6). */
    public void sendReset(Context ctx) {
        var user = members.find(ctx);
        if (actions.available(new Actor(ctx), user).contains(StaffAction.SEND_RESET))
            rateLimits.resetByStaff(ctx, user.email(), members.view(ctx, null));
        perform(ctx, StaffAction.SEND_RESET, Flash.RESET_SENT);
    }

    public void makeStaff(Context ctx) {
        perform(ctx, StaffAction.MAKE_STAFF, Flash.MADE_STAFF);
    }

    public void unmakeStaff(Context ctx) {
        perform(ctx, StaffAction.UNMAKE_STAFF, Flash.UNMADE_STAFF);
    }

    public void makeSuperuser(Context ctx) {
        performWithPassword(ctx, StaffAction.MAKE_SUPERUSER, Flash.MADE_SUPERUSER);
    }

    public void unmakeSuperuser(Context ctx) {
        performWithPassword(ctx, StaffAction.UNMAKE_SUPERUSER, Flash.UNMADE_SUPERUSER);
    }

    /** A superuser's open browser or stolen token must not suffice to create superusers (ASVS 7.5.3). */
    private void performWithPassword(Context ctx, StaffAction action, Flash message) {
        actions.check(new Actor(ctx), action, members.find(ctx));
        var view = members.view(ctx, null);
        var typed = FormInput.read(ctx, NAMES).textOr(PASSWORD, "");
        if (!confirmation.matches(ctx, typed, view)) new FormErrors().add(PASSWORD, PasswordConfirmation.WRONG).check(view);
        perform(ctx, action, message);
    }

    private void perform(Context ctx, StaffAction action, Flash message) {
        var user = members.find(ctx);
        var errors = actions.perform(new Actor(ctx), action, user);
        var now = members.view(ctx, null);
        errors.check(now);
        reply.changed(ctx, Members.urlOf(user), message, now);
    }
}

package profiles.staff;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.Actor;
import profiles.account.Deed;
import profiles.account.Deeds;
import profiles.account.OwnPassword;
import profiles.throttle.Throttle;
import profiles.web.Errors;
import profiles.web.Flash;
import profiles.web.Input;
import profiles.web.Name;
import profiles.web.Names;
import profiles.web.Reply;

/** What staff do to a member's account, a button each. To do what is done already is fine, and changes nothing. */
public final class MemberDeeds {
    private static final String PASSWORD = "password";
    /** What a form that makes or unmakes a superuser sends. */
    public static final Names NAMES = Names.of(Name.secret(PASSWORD).called("Your own password").required());

    private final Members members;
    private final Deeds deeds;
    private final OwnPassword own;
    private final Throttle throttle;
    private final Reply reply;

    @Inject
    MemberDeeds(Members members, Deeds deeds, OwnPassword own, Throttle throttle, Reply reply) {
        this.members = members;
        this.deeds = deeds;
        this.own = own;
        this.throttle = throttle;
        this.reply = reply;
    }

    public void activate(Context ctx) {
        perform(ctx, Deed.ACTIVATE, Flash.ACTIVATED);
    }

    public void deactivate(Context ctx) {
        perform(ctx, Deed.DEACTIVATE, Flash.DEACTIVATED);
    }

    public void endSessions(Context ctx) {
        perform(ctx, Deed.END_SESSIONS, Flash.ALL_ENDED);
    }

    /** The member chooses the password: staff neither set nor see one (ASVS 6.4.6). */
    public void sendReset(Context ctx) {
        var user = members.of(ctx);
        if (deeds.open(new Actor(ctx), user).contains(Deed.SEND_RESET)) throttle.resetByStaff(ctx, user.email(), members.view(ctx, null));
        perform(ctx, Deed.SEND_RESET, Flash.RESET_SENT);
    }

    public void makeStaff(Context ctx) {
        perform(ctx, Deed.MAKE_STAFF, Flash.MADE_STAFF);
    }

    public void unmakeStaff(Context ctx) {
        perform(ctx, Deed.UNMAKE_STAFF, Flash.UNMADE_STAFF);
    }

    public void makeSuperuser(Context ctx) {
        performWithPassword(ctx, Deed.MAKE_SUPERUSER, Flash.MADE_SUPERUSER);
    }

    public void unmakeSuperuser(Context ctx) {
        performWithPassword(ctx, Deed.UNMAKE_SUPERUSER, Flash.UNMADE_SUPERUSER);
    }

    /** Whoever finds a superuser's browser open, or a token of his, makes no superusers (ASVS 7.5.3). */
    private void performWithPassword(Context ctx, Deed deed, Flash message) {
        deeds.check(new Actor(ctx), deed, members.of(ctx));
        var view = members.view(ctx, null);
        var typed = Input.read(ctx, NAMES).textOr(PASSWORD, "");
        if (!own.is(ctx, typed, view)) new Errors().on(PASSWORD, OwnPassword.WRONG).check(view);
        perform(ctx, deed, message);
    }

    private void perform(Context ctx, Deed deed, Flash message) {
        var user = members.of(ctx);
        var errors = deeds.perform(new Actor(ctx), deed, user);
        var now = members.view(ctx, null);
        errors.check(now);
        reply.changed(ctx, Members.home(user), message, now);
    }
}

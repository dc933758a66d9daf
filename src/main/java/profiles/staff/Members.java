package profiles.staff;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.User;
import profiles.account.admin.AccountAdministration;
import profiles.account.admin.Actor;
import profiles.account.admin.StaffAction;
import profiles.account.admin.StaffActions;
import profiles.audit.AuditTrail;
import profiles.profile.ProfilePages;
import profiles.profile.ProfileTarget;
import profiles.web.request.PathId;

/** Finds the person whom a path names, and their page for staff. */
public final class Members {
    private final AccountAdministration administration;
    private final StaffActions actions;
    private final ProfilePages profiles;
    private final AuditTrail audit;

    @Inject
    Members(AccountAdministration administration, StaffActions actions, ProfilePages profiles, AuditTrail audit) {
        this.administration = administration;
        this.actions = actions;
        this.profiles = profiles;
        this.audit = audit;
    }

    public static String urlOf(User user) {
        return "/staff/profiles/" + user.id() + "/";
    }

    /** @throws profiles.web.Problem 404 */
    User find(Context ctx) {
        return administration.find(PathId.of(ctx));
    }

    /** The profile, to be read, or to be edited on the person's behalf. */
    ProfileTarget profile(Context ctx, User user) {
        return new ProfileTarget(user, urlOf(user), () -> actions.perform(new Actor(ctx), StaffAction.EDIT, user));
    }

    /** @param before the history is told up to this event alone; null: from the newest on */
    MemberView view(Context ctx, String before) {
        var user = find(ctx);
        return new MemberView(user.id(), administration.state(user), profiles.view(ctx, profile(ctx, user)),
            actions.available(new Actor(ctx), user), HistoryPage.before(user, before, audit));
    }
}

package profiles.staff;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.Actor;
import profiles.account.Administration;
import profiles.account.Deed;
import profiles.account.Deeds;
import profiles.account.User;
import profiles.audit.Audit;
import profiles.profile.ProfilePages;
import profiles.profile.Whose;
import profiles.web.Id;

/** The member whom a path names, and how he looks to who asks. */
final class Members {
    private final Administration administration;
    private final Deeds deeds;
    private final ProfilePages profiles;
    private final Audit audit;

    @Inject
    Members(Administration administration, Deeds deeds, ProfilePages profiles, Audit audit) {
        this.administration = administration;
        this.deeds = deeds;
        this.profiles = profiles;
        this.audit = audit;
    }

    static String home(User user) {
        return "/staff/profiles/" + user.id() + "/";
    }

    /** @throws profiles.web.Problem 404 */
    User of(Context ctx) {
        return administration.find(Id.of(ctx));
    }

    /** The profile, to be read, or to be changed on his behalf. */
    Whose profile(Context ctx, User user) {
        return new Whose(user, home(user), () -> deeds.perform(new Actor(ctx), Deed.EDIT, user));
    }

    /** @param before the history is told up to this event alone; null: from the newest on */
    MemberView view(Context ctx, String before) {
        var user = of(ctx);
        return new MemberView(user.id(), administration.state(user), profiles.view(ctx, profile(ctx, user)),
            deeds.open(new Actor(ctx), user), History.of(user, before, audit));
    }
}

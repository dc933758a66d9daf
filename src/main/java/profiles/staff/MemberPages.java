package profiles.staff;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.admin.Actor;
import profiles.account.admin.StaffAction;
import profiles.account.admin.StaffActions;
import profiles.profile.ProfilePages;
import profiles.profile.ProfileTarget;
import profiles.web.response.Flash;
import profiles.web.response.Reply;

/** A person's page for staff, and the profile, which staff edit on their behalf. */
public final class MemberPages {
    private final Members members;
    private final StaffActions actions;
    private final ProfilePages profiles;
    private final Reply reply;

    @Inject
    MemberPages(Members members, StaffActions actions, ProfilePages profiles, Reply reply) {
        this.members = members;
        this.actions = actions;
        this.profiles = profiles;
        this.reply = reply;
    }

    public void show(Context ctx) {
        reply.ok(ctx, members.view(ctx, ctx.queryParam("before")));
    }

    public void profile(Context ctx) {
        reply.tagged(ctx, profiles.view(ctx, members.profile(ctx, members.find(ctx))));
    }

    public void edit(Context ctx) {
        profiles.edit(ctx, editTarget(ctx));
    }

    public void save(Context ctx) {
        var target = editTarget(ctx);
        reply.changedTagged(ctx, target.home(), Flash.MEMBER_SAVED, profiles.save(ctx, target));
    }

    /** Judged before anything that was sent is read, and again by the transaction that saves. */
    private ProfileTarget editTarget(Context ctx) {
        var user = members.find(ctx);
        actions.check(new Actor(ctx), StaffAction.EDIT, user);
        return members.profile(ctx, user);
    }
}

package profiles.staff;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.account.Actor;
import profiles.account.Deed;
import profiles.account.Deeds;
import profiles.profile.ProfilePages;
import profiles.profile.Whose;
import profiles.web.Flash;
import profiles.web.Reply;

/** A member's page, and the profile, which staff change on his behalf. */
public final class MemberPages {
    private final Members members;
    private final Deeds deeds;
    private final ProfilePages profiles;
    private final Reply reply;

    @Inject
    MemberPages(Members members, Deeds deeds, ProfilePages profiles, Reply reply) {
        this.members = members;
        this.deeds = deeds;
        this.profiles = profiles;
        this.reply = reply;
    }

    public void show(Context ctx) {
        reply.ok(ctx, members.view(ctx, ctx.queryParam("before")));
    }

    public void profile(Context ctx) {
        reply.tagged(ctx, profiles.view(ctx, members.profile(ctx, members.of(ctx))));
    }

    public void edit(Context ctx) {
        profiles.edit(ctx, editable(ctx));
    }

    public void save(Context ctx) {
        var whose = editable(ctx);
        reply.changedTagged(ctx, whose.home(), Flash.MEMBER_SAVED, profiles.save(ctx, whose));
    }

    /** Judged before anything that was sent is read, and again by the transaction that saves. */
    private Whose editable(Context ctx) {
        var user = members.of(ctx);
        deeds.check(new Actor(ctx), Deed.EDIT, user);
        return members.profile(ctx, user);
    }
}

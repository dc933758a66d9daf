package profiles.profile;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.Config;
import profiles.account.Member;
import profiles.account.User;
import profiles.web.EntityTag;
import profiles.web.Errors;
import profiles.web.Flash;
import profiles.web.Input;
import profiles.web.Origin;
import profiles.web.Reply;

/** A member's own profile: read it, edit it, by page and by program. */
public final class ProfilePages {
    private final Profiles profiles;
    private final Reply reply;
    private final Origin origin;
    private final long limit;

    @Inject
    ProfilePages(Profiles profiles, Reply reply, Origin origin, Config config) {
        this.profiles = profiles;
        this.reply = reply;
        this.origin = origin;
        this.limit = config.media().maxUploadBytes();
    }

    public void show(Context ctx) {
        reply.tagged(ctx, view(ctx, ProfileView.SHOW));
    }

    public void edit(Context ctx) {
        reply.ok(ctx, view(ctx, ProfileView.EDIT));
    }

    /** The form's POST and the API's PUT and PATCH: what was not sent stays (as Django REST framework has it, for PUT too). */
    public void save(Context ctx) {
        var user = Member.of(ctx).user();
        var profile = profiles.save(user, read(ctx, user));
        reply.changedTagged(ctx, "/profile/edit/", Flash.SAVED, view(ctx, user, profile, ProfileView.SHOW));
    }

    private Changes read(Context ctx, User user) {
        var in = Input.read(ctx, Fields.NAMES);
        var now = profiles.of(user);
        var errors = new Errors();
        var changes = new Changes(limit);
        changes.onlyIf(found -> EntityTag.check(ctx, EntityTag.of(view(ctx, user, found, ProfileView.SHOW))));
        // Asked once more under the lock; here it spares the files' way to the storage.
        changes.demand(now);
        fixed("username", user.username(), in, errors);
        fixed("email", user.email(), in, errors);
        Fields.ALL.forEach(field -> field.read(in, now, changes, errors));
        errors.check(ProfileView.of(user, now, changes, origin.of(ctx), ProfileView.EDIT));
        return changes;
    }

    /** Programs may send back all that we gave them, but not change these here. */
    private static void fixed(String name, String value, Input in, Errors errors) {
        if (!in.textOr(name, value).equals(value)) errors.on(name, "This cannot be changed here.");
    }

    private ProfileView view(Context ctx, User user, Profile profile, String template) {
        return ProfileView.of(user, profile, new Changes(limit), origin.of(ctx), template);
    }

    private ProfileView view(Context ctx, String template) {
        var user = Member.of(ctx).user();
        return view(ctx, user, profiles.of(user), template);
    }
}

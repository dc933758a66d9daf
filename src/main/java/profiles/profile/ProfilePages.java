package profiles.profile;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.Config;
import profiles.account.Member;
import profiles.account.User;
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
    private final DocumentScan scan;
    private final long limit;

    @Inject
    ProfilePages(Profiles profiles, Reply reply, Origin origin, DocumentScan scan, Config config) {
        this.profiles = profiles;
        this.reply = reply;
        this.origin = origin;
        this.scan = scan;
        this.limit = config.media().maxUploadBytes();
    }

    public void show(Context ctx) {
        reply.ok(ctx, view(ctx, ProfileView.SHOW));
    }

    public void edit(Context ctx) {
        reply.ok(ctx, view(ctx, ProfileView.EDIT));
    }

    /** The form's POST and the API's PUT and PATCH: what was not sent stays (as Django REST framework has it, for PUT too). */
    public void save(Context ctx) {
        var user = Member.of(ctx).user();
        var profile = profiles.save(user, read(ctx, user));
        reply.changed(ctx, "/profile/edit/", Flash.SAVED, ProfileView.of(user, profile, new Changes(limit), origin.of(ctx), ProfileView.SHOW));
    }

    private Changes read(Context ctx, User user) {
        var in = Input.read(ctx, Fields.NAMES);
        var now = profiles.of(user);
        var errors = new Errors();
        var changes = new Changes(limit);
        fixed("username", user.username(), in, errors);
        fixed("email", user.email(), in, errors);
        Fields.ALL.forEach(field -> field.read(in, now, changes, errors));
        var form = ProfileView.of(user, now, changes, origin.of(ctx), ProfileView.EDIT);
        errors.check(form);
        scan.check(ctx, user, changes, form);
        return changes;
    }

    /** Programs may send back all that we gave them, but not change these here. */
    private static void fixed(String name, String value, Input in, Errors errors) {
        if (!in.textOr(name, value).equals(value)) errors.on(name, "This cannot be changed here.");
    }

    private ProfileView view(Context ctx, String template) {
        var user = Member.of(ctx).user();
        return ProfileView.of(user, profiles.of(user), new Changes(limit), origin.of(ctx), template);
    }
}

package profiles.profile;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import javax.inject.Inject;
import profiles.Config;
import profiles.account.Member;
import profiles.media.Glance;
import profiles.media.Uploads;
import profiles.web.EntityTag;
import profiles.web.Errors;
import profiles.web.Flash;
import profiles.web.Input;
import profiles.web.Invalid;
import profiles.web.Origin;
import profiles.web.Reply;

/** A profile: read it, edit it, by page and by program; one's own, or, as staff, another's. */
public final class ProfilePages {
    private final Profiles profiles;
    private final Reply reply;
    private final Origin origin;
    private final DocumentScan scan;
    private final Glance glance;
    private final Uploads uploads;
    private final Clock clock;
    private final long limit;

    @Inject
    ProfilePages(Profiles profiles, Reply reply, Origin origin, DocumentScan scan, Glance glance, Uploads uploads, Clock clock, Config config) {
        this.profiles = profiles;
        this.reply = reply;
        this.origin = origin;
        this.scan = scan;
        this.glance = glance;
        this.uploads = uploads;
        this.clock = clock;
        this.limit = config.media().maxUploadBytes();
    }

    public void show(Context ctx) {
        reply.tagged(ctx, view(ctx, Whose.own(ctx)));
    }

    public void edit(Context ctx) {
        edit(ctx, Whose.own(ctx));
    }

    /** The form's POST and the API's PUT and PATCH: what was not sent stays (as Django REST framework has it, for PUT too). */
    public void save(Context ctx) {
        reply.changedTagged(ctx, "/profile/edit/", Flash.SAVED, save(ctx, Whose.own(ctx)));
    }

    public ProfileView view(Context ctx, Whose whose) {
        return view(ctx, whose, profiles.of(whose.user()));
    }

    public void edit(Context ctx, Whose whose) {
        reply.ok(ctx, form(ctx, whose, profiles.of(whose.user()), changes()));
    }

    /** @return the profile as it is now @throws profiles.web.Invalid */
    public ProfileView save(Context ctx, Whose whose) {
        var profile = profiles.save(whose.user(), read(ctx, whose), whose.before());
        return view(ctx, whose, profile);
    }

    private Changes read(Context ctx, Whose whose) {
        var in = Input.read(ctx, Fields.NAMES);
        var user = whose.user();
        var now = profiles.of(user);
        var errors = new Errors();
        var changes = changes();
        var opened = Opened.read(in);
        opened.checkEditor(Member.of(ctx));
        changes.onlyIf(found -> unchanged(ctx, whose, found, changes, opened));
        fixed("username", user.username(), in, errors);
        fixed("email", user.email(), in, errors);
        Fields.ALL.forEach(field -> field.read(in, now, changes, errors));
        // Asked once more under the lock; here it spares the files' way to the storage.
        changes.demand(now);
        Fields.documents().forEach(field -> count(field, in, errors));
        var form = form(ctx, whose, now, changes);
        errors.check(form);
        scan.check(ctx, user, changes, form);
        return changes.typedInto(form);
    }

    private void unchanged(Context ctx, Whose whose, Profile found, Changes changes, Opened opened) {
        var tag = EntityTag.of(view(ctx, whose, found));
        EntityTag.check(ctx, tag);
        var changed = opened.changed(tag);
        if (changed != null) throw Invalid.with(form(ctx, whose, found, changes), changed);
    }

    private void count(DocumentField field, Input in, Errors errors) {
        if (errors.of(field.name()).isEmpty()) return;
        for (var file : in.files(field.name()))
            uploads.refused(file.size() == 0 || file.size() > field.most(limit) ? Uploads.Refusal.SIZE : Uploads.Refusal.CONTENT);
    }

    /** Programs may send back all that we gave them, but not change these here. */
    private static void fixed(String name, String value, Input in, Errors errors) {
        if (!in.textOr(name, value).equals(value)) errors.on(name, "This cannot be changed here.");
    }

    private Changes changes() {
        return new Changes(limit, LocalDate.now(clock));
    }

    private ProfileView view(Context ctx, Whose whose, Profile profile) {
        return ProfileView.of(whose, profile, origin.of(ctx));
    }

    private ProfileView form(Context ctx, Whose whose, Profile profile, Changes typed) {
        return view(ctx, whose, profile).edit(typed, glance::at);
    }
}

package profiles.profile;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.config.Config;
import profiles.database.TextColumns;
import profiles.media.FileInfoLookup;
import profiles.media.UploadCounters;
import profiles.web.EntityTag;
import profiles.web.ExternalUrl;
import profiles.web.FormErrors;
import profiles.web.InvalidForm;
import profiles.web.TextRules;
import profiles.web.request.FormInput;
import profiles.web.response.Flash;
import profiles.web.response.Reply;

/** The pages and the API of a profile: one's own, or, for staff, another person's. */
public final class ProfilePages {
    private final Profiles profiles;
    private final Reply reply;
    private final ExternalUrl origin;
    private final DocumentScan scan;
    private final FileInfoLookup glance;
    private final UploadCounters uploads;
    private final TextColumns columns;
    private final Clock clock;
    private final long limit;

    @Inject
    ProfilePages(Profiles profiles, Reply reply, ExternalUrl origin, DocumentScan scan, FileInfoLookup glance, UploadCounters uploads,
        TextColumns columns, Clock clock, Config config) {
        this.profiles = profiles;
        this.reply = reply;
        this.origin = origin;
        this.scan = scan;
        this.glance = glance;
        this.uploads = uploads;
        this.columns = columns;
        this.clock = clock;
        this.limit = config.media().maxUploadBytes();
    }

    public void show(Context ctx) {
        reply.tagged(ctx, view(ctx, ProfileTarget.own(ctx)));
    }

    public void edit(Context ctx) {
        edit(ctx, ProfileTarget.own(ctx));
    }

    /** The form's POST and the API's PUT and PATCH: what was not sent stays (as Django REST framework has it, for PUT too). */
    public void save(Context ctx) {
        reply.changedTagged(ctx, "/profile/edit/", Flash.SAVED, save(ctx, ProfileTarget.own(ctx)));
    }

    public ProfileView view(Context ctx, ProfileTarget target) {
        return view(ctx, target, profiles.of(target.user()));
    }

    public void edit(Context ctx, ProfileTarget target) {
        reply.ok(ctx, form(ctx, target, profiles.of(target.user()), changes()));
    }

    /** @return the profile as it is now @throws profiles.web.InvalidForm */
    public ProfileView save(Context ctx, ProfileTarget target) {
        var profile = profiles.save(target.user(), read(ctx, target), target.before());
        return view(ctx, target, profile);
    }

    private ProfileChanges read(Context ctx, ProfileTarget target) {
        var in = FormInput.read(ctx, Fields.NAMES);
        var user = target.user();
        var now = profiles.of(user);
        var errors = new FormErrors();
        var changes = changes();
        var opened = EditPrecondition.read(in);
        opened.checkEditor(Member.of(ctx));
        changes.onlyIf(found -> unchanged(ctx, target, found, changes, opened));
        fixed("username", user.username(), in, errors);
        fixed("email", user.email(), in, errors);
        Fields.ALL.forEach(field -> field.read(in, now, changes, errors));
        checkStorable(changes, errors);
        // Asked once more under the lock; here it spares the files' way to the storage.
        changes.checkPrecondition(now);
        Fields.documents().forEach(field -> count(field, in, errors));
        var form = form(ctx, target, now, changes);
        errors.check(form);
        scan.check(ctx, user, changes, form);
        return changes.withTexts(form);
    }

    private void checkStorable(ProfileChanges changes, FormErrors errors) {
        changes.texts().forEach((field, text) -> {
            if (!columns.holds("profiles_profile", field.name(), text)) errors.add(field.name(), TextRules.NOT_KEPT);
        });
        changes.documents().forEach((field, document) -> {
            if (!columns.holds("profiles_profile", field.name(), document.name()))
                errors.add(field.name(), "The database cannot keep this file's name. Rename the file.");
        });
    }

    private void unchanged(Context ctx, ProfileTarget target, Profile found, ProfileChanges changes, EditPrecondition opened) {
        var tag = EntityTag.of(view(ctx, target, found));
        EntityTag.check(ctx, tag);
        var changed = opened.changed(tag);
        if (changed != null) throw InvalidForm.with(form(ctx, target, found, changes), changed);
    }

    private void count(DocumentField field, FormInput in, FormErrors errors) {
        if (errors.of(field.name()).isEmpty()) return;
        for (var file : in.files(field.name()))
            uploads.refused(file.size() == 0 || file.size() > field.maxBytes(limit) ? UploadCounters.Refusal.SIZE
                : UploadCounters.Refusal.CONTENT);
    }

    /** Programs may send back all that we gave them, but not change these here. */
    private static void fixed(String name, String value, FormInput in, FormErrors errors) {
        if (!in.textOr(name, value).equals(value)) errors.add(name, "This cannot be changed here.");
    }

    private ProfileChanges changes() {
        return new ProfileChanges(limit, LocalDate.now(clock));
    }

    private ProfileView view(Context ctx, ProfileTarget target, Profile profile) {
        return ProfileView.of(target, profile, origin.of(ctx));
    }

    private ProfileView form(Context ctx, ProfileTarget target, Profile profile, ProfileChanges typed) {
        return view(ctx, target, profile).edit(typed, glance::find);
    }
}

package profiles.profile;

import io.ebean.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import profiles.account.User;
import profiles.media.MediaLedger;
import profiles.media.zip.ZipDownload;
import profiles.profile.query.QProfile;

/** The profile's part of an export and of an erasure. */
public final class ProfileErasure {
    private final Database db;
    private final Profiles profiles;
    private final MediaLedger ledger;

    @Inject
    ProfileErasure(Database db, Profiles profiles, MediaLedger ledger) {
        this.db = db;
        this.profiles = profiles;
        this.ledger = ledger;
    }

    /** Adds the documents to the archive. @return the profile by its fields' names; a document is its name in the archive, or null */
    public Map<String, Object> pack(User user, ZipDownload into) {
        var profile = profiles.of(user);
        var json = new LinkedHashMap<String, Object>();
        for (var field : Fields.ALL) json.put(field.name(), packed(field, field.value(profile), into));
        return json;
    }

    private static Object packed(Field field, String text, ZipDownload into) {
        if (!(field instanceof DocumentField)) return field.json(text);
        return text.isEmpty() ? null : into.add(field.name(), text);
    }

    /**
     * Deletes the profile in the caller's transaction; an upload under way has either ended or finds no profile any more.
     *
     * @return the keys of the files that can go once the transaction is committed
     */
    public List<String> delete(User user) {
        var profile = new QProfile(db).user.id.eq(user.id()).forUpdate().findOne();
        if (profile == null) return List.of();
        db.sqlUpdate("delete from profiles_profile where user_id = :user").setParameter("user", user.id()).execute();
        return ledger.release(Profiles.references(profile));
    }
}

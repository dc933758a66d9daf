package profiles.profile;

import io.ebean.Database;
import io.ebean.DuplicateKeyException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.User;
import profiles.database.DatabaseFailure;
import profiles.database.Transactions;
import profiles.media.Documents;
import profiles.media.MediaLedger;
import profiles.profile.query.QProfile;
import profiles.web.Problem;

/** Finds and saves profiles. */
@Singleton
public final class Profiles {
    private final Database db;
    private final Documents documents;
    private final Quota quota;
    private final MediaLedger ledger;

    @Inject
    Profiles(Database db, Documents documents, Quota quota, MediaLedger ledger) {
        this.db = db;
        this.documents = documents;
        this.quota = quota;
        this.ledger = ledger;
    }

    /** Creates the profile of a user whom Django or an older service left without one. */
    Profile of(User user) {
        if (user.profile() != null) return user.profile();
        var found = find(user);
        return found != null ? found : create(user);
    }

    /**
     * Files first, under names that no one holds; then one transaction that locks the row and swaps the references; then the files that
     * nothing refers to any more go. A crash in between leaves at worst a file without a reference, which the cleanup deletes.
     *
     * @param before comes first in the transaction, before the row is locked
     */
    Profile save(User user, ProfileChanges changes, Runnable before) {
        var now = of(user);
        var usage = quota.of(now, changes);
        usage.check(now, changes);
        var keys = new LinkedHashMap<DocumentField, String>();
        try {
            changes.documents().forEach((field, document) -> keys.put(field, documents.store(field.folder(), document)));
        } catch (RuntimeException failed) {
            documents.discardReserved(keys.values());
            throw failed;
        }
        var save = new Save(user, changes, keys, before);
        var saved = saveReferences(save, usage);
        // Another save came in between, so that the sizes are to be asked again: each round means that one has succeeded.
        while (saved == null) saved = saveReferences(save, usage(save));
        return saved;
    }

    /** What is to be done once the files are stored. @param keys of them */
    private record Save(User user, ProfileChanges changes, Map<DocumentField, String> keys, Runnable before) { }

    private StorageUsage usage(Save save) {
        try {
            return quota.of(find(save.user), save.changes);
        } catch (RuntimeException failed) {
            documents.discardReserved(save.keys.values());
            throw failed;
        }
    }

    /** @return null when the profile has other documents than the usage is of */
    private Profile saveReferences(Save save, StorageUsage usage) {
        var committing = new AtomicBoolean();
        Swapped swapped;
        try {
            swapped = Transactions.get(db, () -> {
                committing.set(false);
                var done = change(save, usage);
                committing.set(true);
                return done;
            });
        } catch (RuntimeException failed) {
            // It is unknown whether a commit that failed has happened, except after a conflict. The cleanup decides later.
            if (!committing.get() || DatabaseFailure.of(failed) == DatabaseFailure.CONFLICT)
                documents.discardReserved(save.keys.values());
            throw failed;
        }
        documents.discardReleased(swapped.released);
        return swapped.profile;
    }

    /** What a transaction has come to. @param profile null for nothing @param released keys of files that can go once it is committed */
    private record Swapped(Profile profile, List<String> released) { }

    private Swapped change(Save save, StorageUsage usage) {
        save.before.run();
        var profile = new QProfile(db).user.id.eq(save.user.id()).forUpdate().findOne();
        // The account was deleted during the upload.
        if (profile == null) throw new Problem(401, "Not signed in", "This account was deleted meanwhile.");
        if (!usage.isOf(profile)) return new Swapped(null, List.of());
        save.changes.checkPrecondition(profile);
        usage.check(profile, save.changes);
        var replaced = references(profile);
        save.changes.apply(profile, save.keys);
        replaced.removeAll(references(profile));
        db.update(profile);
        ledger.keep(save.keys.values());
        return new Swapped(profile, ledger.release(replaced));
    }

    static List<String> references(Profile profile) {
        var keys = new ArrayList<String>();
        for (var field : Fields.documents()) if (!field.value(profile).isEmpty()) keys.add(field.value(profile));
        return keys;
    }

    private Profile find(User user) {
        return new QProfile(db).user.id.eq(user.id()).findOne();
    }

    private Profile create(User user) {
        try {
            return Transactions.get(db, () -> {
                var profile = new Profile(user);
                db.save(profile);
                return profile;
            });
        } catch (DuplicateKeyException madeMeanwhile) {
            return find(user);
        }
    }
}

package profiles.profile;

import io.ebean.Database;
import io.ebean.DuplicateKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.User;
import profiles.media.Documents;
import profiles.profile.query.QProfile;
import profiles.web.Problem;

/** The profiles: one for each user. */
@Singleton
public final class Profiles {
    /** How long a save may last, of the day after which the sweep takes its files for left: a machine may sleep in between. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Database db;
    private final Documents documents;
    private final Quota quota;
    private final Clock clock;

    @Inject
    Profiles(Database db, Documents documents, Quota quota, Clock clock) {
        this.db = db;
        this.documents = documents;
        this.quota = quota;
        this.clock = clock;
    }

    /** Users whom Django or an older service left without a profile get it here, at first use. */
    Profile of(User user) {
        if (user.profile() != null) return user.profile();
        var found = find(user);
        return found != null ? found : make(user);
    }

    /**
     * Files first, under names that no one holds; then one transaction that locks the row and swaps the references; then the files that
     * nothing refers to any more go. A crash in between leaves at worst a file without a reference, which the sweep removes.
     *
     * @param before comes first in the transaction, before the row is locked
     */
    Profile save(User user, Changes changes, Runnable before) {
        var now = of(user);
        var usage = quota.of(now, changes);
        usage.check(now, changes);
        var latest = clock.instant().plus(LONGEST);
        var keys = new LinkedHashMap<DocumentField, String>();
        try {
            changes.documents().forEach((field, document) -> keys.put(field, documents.store(field.folder(), document)));
        } catch (RuntimeException failed) {
            keys.values().forEach(documents::discard);
            throw failed;
        }
        var save = new Save(user, changes, keys, before, latest);
        var saved = swap(save, usage);
        // Another save came in between, so that the sizes are to be asked again: each round means that one has succeeded.
        while (saved == null) saved = swap(save, usage(save));
        return saved;
    }

    /** What is to be done once the files are stored. @param keys of them @param latest when it is given up */
    private record Save(User user, Changes changes, Map<DocumentField, String> keys, Runnable before, Instant latest) { }

    private Usage usage(Save save) {
        try {
            return quota.of(find(save.user), save.changes);
        } catch (RuntimeException failed) {
            save.keys.values().forEach(documents::discard);
            throw failed;
        }
    }

    /** @return null when the profile has other documents than the usage is of */
    private Profile swap(Save save, Usage usage) {
        Collection<String> unused = save.keys.values();
        try (var transaction = db.beginTransaction()) {
            save.before.run();
            var profile = new QProfile(db).user.id.eq(save.user.id()).forUpdate().findOne();
            // The account was deleted while the files were on their way.
            if (profile == null) throw new Problem(401, "Not signed in", "This account was deleted meanwhile.");
            if (!usage.isOf(profile)) {
                unused = List.of();
                return null;
            }
            save.changes.demand(profile);
            usage.check(profile, save.changes);
            var replaced = references(profile);
            save.changes.apply(profile, save.keys);
            replaced.removeAll(references(profile));
            db.update(profile);
            if (clock.instant().isAfter(save.latest)) throw Problem.busy("This took far too long. Try again.", 5);
            // Whether a commit that fails has happened cannot be known: then no file goes, and the sweep decides later.
            unused = List.of();
            transaction.commit();
            unused = replaced;
            return profile;
        } finally {
            unused.forEach(documents::discard);
        }
    }

    static List<String> references(Profile profile) {
        var keys = new ArrayList<String>();
        for (var field : Fields.documents()) if (!field.value(profile).isEmpty()) keys.add(field.value(profile));
        return keys;
    }

    private Profile find(User user) {
        return new QProfile(db).user.id.eq(user.id()).findOne();
    }

    private Profile make(User user) {
        var profile = new Profile(user);
        try {
            db.save(profile);
            return profile;
        } catch (DuplicateKeyException madeMeanwhile) {
            return find(user);
        }
    }
}

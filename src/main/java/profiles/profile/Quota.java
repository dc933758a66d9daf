package profiles.profile;

import java.util.HashMap;
import java.util.Map;
import javax.inject.Inject;
import profiles.config.Config;
import profiles.storage.Storage;

/** The limit of all documents of one member (MAX_USER_MB). */
final class Quota {
    private final Storage storage;
    private final long max;

    @Inject
    Quota(Storage storage, Config config) {
        this.storage = storage;
        this.max = config.media().maxUserBytes();
    }

    /** Asks the storage how large the documents of a profile are: not in a transaction. @param profile null for one that is gone */
    StorageUsage of(Profile profile, ProfileChanges changes) {
        return profile == null || max == Long.MAX_VALUE || changes.documents().isEmpty() ? StorageUsage.UNBOUNDED
            : new StorageUsage(sizes(profile), max);
    }

    private Map<String, Long> sizes(Profile profile) {
        var sizes = new HashMap<String, Long>();
        for (var key : Profiles.references(profile)) {
            var file = storage.find(key);
            sizes.put(key, file == null ? 0 : file.size());
        }
        return sizes;
    }
}

package profiles.profile;

import java.util.HashMap;
import java.util.Map;
import javax.inject.Inject;
import profiles.Config;
import profiles.media.Storage;

/** How much one member's documents may have together (MAX_USER_MB). */
final class Quota {
    private final Storage storage;
    private final long most;

    @Inject
    Quota(Storage storage, Config config) {
        this.storage = storage;
        this.most = config.media().maxUserBytes();
    }

    /** Asks the storage how large the documents of a profile are: not in a transaction. @param profile null for one that is gone */
    Usage of(Profile profile, Changes changes) {
        return profile == null || most == Long.MAX_VALUE || changes.documents().isEmpty() ? Usage.UNBOUNDED : new Usage(sizes(profile), most);
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

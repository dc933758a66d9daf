package profiles.account.password;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds of hashes that the accounts have, and the dearest of each. A failed check makes up for all that it has not done of them: it
 * then costs the same for each name, known or not, whatever hash Django has left (ASVS 6.3.8). Padding by time would tell them apart on a
 * busy machine.
 */
public final class HashCostEqualizer {
    private final Map<String, StoredHash> dearest = new ConcurrentHashMap<>(Map.of(StoredHash.NOBODY.family(), StoredHash.NOBODY));

    public void add(StoredHash hash) {
        dearest.merge(hash.family(), hash, (known, other) -> other.work() > known.work() ? other : known);
    }

    /** Whether a check of this hash has done less than others do. */
    public boolean costMoreThan(StoredHash checked) {
        return dearest.values().stream().anyMatch(hash -> done(checked, hash) < hash.work());
    }

    /** What the rest takes of the heap at most, in KiB. */
    public int kibibytes() {
        return dearest.values().stream().mapToInt(StoredHash::kibibytes).max().orElse(0);
    }

    public void makeUpFor(StoredHash checked, String password) {
        dearest.values().forEach(hash -> hash.spend(password, done(checked, hash)));
    }

    private static int done(StoredHash checked, StoredHash hash) {
        return checked.family().equals(hash.family()) ? checked.work() : 0;
    }
}

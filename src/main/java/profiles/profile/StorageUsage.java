package profiles.profile;

import java.util.Locale;
import java.util.Map;
import profiles.web.FormErrors;

/**
 * The size of a profile's documents, and its limit.
 *
 * @param sizes in bytes, by key; what a key holds never changes
 * @param max  in bytes; {@code Long.MAX_VALUE} for no limit
 */
record StorageUsage(Map<String, Long> sizes, long max) {
    static final StorageUsage UNBOUNDED = new StorageUsage(Map.of(), Long.MAX_VALUE);
    private static final double MEGABYTE = 1024 * 1024;

    /** Whether it was asked of the documents that the profile has now. */
    boolean isOf(Profile profile) {
        return max == Long.MAX_VALUE || sizes.keySet().containsAll(Profiles.references(profile));
    }

    /**
     * A member who is over a new limit may still replace a document by a smaller one.
     *
     * @throws profiles.web.InvalidForm 413, beside each file that was sent
     */
    void check(Profile profile, ProfileChanges changes) {
        long now = 0, then = 0;
        for (var field : Fields.documents()) {
            var size = sizes.getOrDefault(field.value(profile), 0L);
            now += size;
            then += changes.size(field, size);
        }
        if (then <= max || then <= now) return;
        var errors = new FormErrors();
        for (var field : changes.documents().keySet()) errors.tooLarge(field.name(),
            "With this, the documents would have " + megabytes(then)
            + " MB together, and they may have " + max / (long) MEGABYTE + " MB. They have " + megabytes(now) + " MB now.");
        errors.check(changes.form());
    }

    /** Rounded up, so that what is too much never looks as if it were not. */
    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", Math.ceil(bytes / MEGABYTE * 10) / 10);
    }
}

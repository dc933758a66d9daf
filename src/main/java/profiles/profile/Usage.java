package profiles.profile;

import java.util.Locale;
import java.util.Map;
import profiles.web.Errors;

/**
 * How much the documents of a profile have, and may have, together.
 *
 * @param sizes in bytes, by key; what a key holds never changes
 * @param most  in bytes; at {@code Long.MAX_VALUE} nothing is asked
 */
record Usage(Map<String, Long> sizes, long most) {
    static final Usage UNBOUNDED = new Usage(Map.of(), Long.MAX_VALUE);
    private static final double MEGABYTE = 1024 * 1024;

    /** Whether it was asked of the documents that the profile has now. */
    boolean isOf(Profile profile) {
        return most == Long.MAX_VALUE || sizes.keySet().containsAll(Profiles.references(profile));
    }

    /**
     * Who has too much already, by a setting of today, may still put something smaller in its place.
     *
     * @throws profiles.web.Invalid 413, beside each file that was sent
     */
    void check(Profile profile, Changes changes) {
        long now = 0, then = 0;
        for (var field : Fields.documents()) {
            var size = sizes.getOrDefault(field.value(profile), 0L);
            now += size;
            then += changes.size(field, size);
        }
        if (then <= most || then <= now) return;
        var errors = new Errors();
        for (var field : changes.documents().keySet()) errors.tooLarge(field.name(), "With this, the documents would have " + megabytes(then)
            + " MB together, and they may have " + most / (long) MEGABYTE + " MB. They have " + megabytes(now) + " MB now.");
        errors.check(changes.form());
    }

    /** Rounded up, so that what is too much never looks as if it were not. */
    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", Math.ceil(bytes / MEGABYTE * 10) / 10);
    }
}

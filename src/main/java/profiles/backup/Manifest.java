package profiles.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself, first of all.
 *
 * @param format  how it is written: see {@link #FORMAT}
 * @param release of the jar that made it; null when it was not made by a jar
 * @param made    when, in UTC
 * @param steps   the migrations that had made the tables
 * @param next    the ids that come next, by table
 */
record Manifest(int format, String release, String made, List<String> steps, Map<String, Long> next) {
    /** Grows when an older jar could not read what is written. */
    static final int FORMAT = 1;

    static final String NAME = "profiles.json", TABLES = "tables/", DOCUMENTS = "documents/";

    /**
     * What it says last: a backup that does not end so was cut off.
     *
     * @param sha256 of all before it
     */
    record End(String sha256, long rows, long documents, long bytes, long missing) {
        static final String NAME = "end.json";

        BackupSummary copied() {
            return new BackupSummary(rows, documents, bytes, missing);
        }
    }
}

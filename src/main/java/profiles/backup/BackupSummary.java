package profiles.backup;

/**
 * What is in a backup.
 *
 * @param bytes   of the documents
 * @param missing how many documents the database named that were not there, before the backup began
 */
public record BackupSummary(long rows, long documents, long bytes, long missing) {

    /** For people: "12 rows and 3 documents (1200 bytes)". */
    @Override
    public String toString() {
        return rows + " rows and " + documents + " documents (" + bytes + " bytes)";
    }
}

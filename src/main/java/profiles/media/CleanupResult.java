package profiles.media;

import profiles.storage.StoredFile;

/** The number and size of removed files. */
public final class CleanupResult {
    private int count;
    private long bytes;

    void add(StoredFile file) {
        count++;
        bytes += file.size();
    }

    public int count() {
        return count;
    }

    public long bytes() {
        return bytes;
    }

    /** For people: "3 (1200 bytes)". */
    @Override
    public String toString() {
        return count + " (" + bytes + " bytes)";
    }
}

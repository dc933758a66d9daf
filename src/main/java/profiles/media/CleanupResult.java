package profiles.media;

/** The number and size of removed files. */
public final class CleanupResult {
    private int count;
    private long bytes;
    private int failures;

    void add(MediaFile file) {
        count++;
        bytes += file.size();
    }

    /** @return how many could not be deleted by now */
    int fail() {
        return ++failures;
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

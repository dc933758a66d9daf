package profiles.media;

/** How many files were removed, or would be, and how much they hold. */
public final class Swept {
    private int count;
    private long bytes;

    void add(Stored file) {
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

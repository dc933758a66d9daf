package profiles.storage;

import java.time.Instant;

/**
 * A file in the storage.
 *
 * @param size in bytes
 * @param etag a strong validator (RFC 9110, 8.8.3): another file under this key, after this one was deleted, has another
 */
public record StoredFile(String key, long size, Instant modified, String etag) {
    private static final double KILOBYTE = 1024, MEGABYTE = KILOBYTE * KILOBYTE;

    /** Of a place that has no tags of its own. */
    public StoredFile(String key, long size, Instant modified) {
        this(key, size, modified, "\"" + Long.toHexString(size) + "-" + Long.toHexString(modified.getEpochSecond()) + "-"
            + Integer.toHexString(modified.getNano()) + "\"");
    }

    /** As people write it, such as "1.2 MB". */
    public String displaySize() {
        if (size < KILOBYTE) return size + " bytes";
        return size < MEGABYTE ? Math.round(size / KILOBYTE) + " kB" : Math.round(size * 10 / MEGABYTE) / 10.0 + " MB";
    }
}

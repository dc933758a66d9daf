package profiles.media;

import java.time.Instant;

/**
 * A file in the storage.
 *
 * @param size in bytes
 * @param etag a strong validator (RFC 9110, 8.8.3): another file under this key, after this one was deleted, has another
 */
public record Stored(String key, long size, Instant modified, String etag) {

    /** Of a place that has no tags of its own. */
    Stored(String key, long size, Instant modified) {
        this(key, size, modified, "\"" + Long.toHexString(size) + "-" + Long.toHexString(modified.getEpochSecond()) + "-" + Integer.toHexString(modified.getNano()) + "\"");
    }
}

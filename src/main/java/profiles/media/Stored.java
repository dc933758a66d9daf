package profiles.media;

import java.time.Instant;

/**
 * A file in the storage.
 *
 * @param size in bytes
 */
public record Stored(String key, long size, Instant modified) {

    /** A strong validator (RFC 9110, 8.8.3): another file under this key, after this one was deleted, has another. */
    String etag() {
        return "\"" + Long.toHexString(size) + "-" + Long.toHexString(modified.getEpochSecond()) + "-" + Integer.toHexString(modified.getNano()) + "\"";
    }
}

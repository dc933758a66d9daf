package profiles.media;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * How far the storage's clock is behind ours, as on a network file system or at another's service: by that much, files look older than they
 * are. It is measured when it is first asked for.
 */
final class Lag {
    private final Storage storage;
    private final String folder;
    private Duration measured;

    /** @param folder one that is swept, so that a crash meanwhile leaves nothing for ever */
    Lag(Storage storage, String folder) {
        this.storage = storage;
        this.folder = folder;
    }

    /** @return never negative */
    Duration get() {
        if (measured == null) measured = measure();
        return measured;
    }

    /** Not by the service's clock, which a test may turn, but by the one that the storage's is to agree with. */
    private Duration measure() {
        var key = folder + "/.clock-" + UUID.randomUUID();
        var before = Instant.now();
        storage.create(key, 0, InputStream::nullInputStream);
        try {
            var lag = Duration.between(storage.find(key).modified(), before);
            return lag.isNegative() ? Duration.ZERO : lag;
        } finally {
            storage.delete(key);
        }
    }
}

package profiles.media;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import profiles.storage.Storage;

/** The difference between our clock and the storage's. By that much, files look older than they are. It is measured at first use. */
final class ClockSkew {
    private final Storage storage;
    private final String folder;
    private Duration measured;

    /** @param folder one that is swept, so that a crash meanwhile leaves nothing for ever */
    ClockSkew(Storage storage, String folder) {
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

package profiles;

import java.time.Clock;
import profiles.media.AzureStorage;
import profiles.media.DiskStorage;
import profiles.media.S3Storage;
import profiles.media.Storage;

/** The three places for documents. What another one would need is not even loaded. */
final class Stores {
    private Stores() {
    }

    /** @throws profiles.web.Unavailable when what it needs cannot be found, such as a region */
    static Storage open(MediaConfig media, Clock clock) {
        return switch (media.store().kind()) {
            case DISK -> new DiskStorage(media.root());
            case S3 -> S3Storage.open(media.store());
            case AZURE -> AzureStorage.open(media.store(), clock);
        };
    }
}

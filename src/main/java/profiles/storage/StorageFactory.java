package profiles.storage;

import java.time.Clock;
import profiles.config.MediaConfig;

/** Opens the storage that the settings name. Libraries of the others are not loaded. */
public final class StorageFactory {
    private StorageFactory() {
    }

    /** @throws profiles.web.ServiceUnavailable when what it needs cannot be found, such as a region */
    public static Storage open(MediaConfig media, Clock clock) {
        return switch (media.store().kind()) {
            case DISK -> new DiskStorage(media.root(), media.permissions());
            case S3 -> S3Storage.open(media.store());
            case AZURE -> AzureStorage.open(media.store(), clock);
        };
    }
}

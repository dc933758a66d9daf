package profiles.startup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import profiles.config.Environment;
import profiles.config.MediaConfig;
import profiles.storage.Storage;
import profiles.storage.StorageFactory;
import profiles.web.Problem;
import profiles.web.ServiceUnavailable;

/** Tries all operations on a remote store once, and leaves nothing behind. */
final class StorageProbe {
    private static final String FOLDER = "check";

    private final MediaConfig media;
    private final Environment settings;

    StorageProbe(MediaConfig media, Environment settings) {
        this.media = media;
        this.settings = settings;
    }

    /** What is wrong is told to the settings. @return false for that */
    boolean run() {
        if (media.store().onDisk() || !settings.isValid("S3_ENDPOINT") || !settings.isValid("AZURE_STORAGE_CONNECTION_STRING"))
            return false;
        try (var storage = StorageFactory.open(media, Clock.systemUTC())) {
            tryOperations(storage);
        } catch (ServiceUnavailable gone) {
            settings.reject("MEDIA_STORAGE", gone.reason());
        } catch (IOException | Problem refused) {
            settings.reject("MEDIA_STORAGE", refused.getMessage());
        } catch (IllegalArgumentException unreadable) {
            // Its words may hold a part of the key.
            settings.reject("AZURE_STORAGE_CONNECTION_STRING", "cannot be understood");
        }
        return settings.isValid("MEDIA_STORAGE") && settings.isValid("AZURE_STORAGE_CONNECTION_STRING");
    }

    private static void tryOperations(Storage storage) throws IOException {
        var key = FOLDER + "/" + Long.toHexString(new SecureRandom().nextLong());
        storage.create(key, key.length(), () -> new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)));
        try (var bytes = storage.read(key, 0, key.length())) {
            if (storage.create(key, 0, () -> new ByteArrayInputStream(new byte[0])))
                throw new IOException("this store writes over files that are there (it does not know If-None-Match)");
            storage.list(FOLDER, file -> { });
        } finally {
            storage.delete(key);
        }
    }
}

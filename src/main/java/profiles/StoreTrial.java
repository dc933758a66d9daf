package profiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import profiles.media.Storage;
import profiles.web.Problem;
import profiles.web.Unavailable;

/** Does once in a store elsewhere all that the service will do there, and leaves nothing behind. */
final class StoreTrial {
    private static final String FOLDER = "check";

    private final MediaConfig media;
    private final Settings settings;

    StoreTrial(MediaConfig media, Settings settings) {
        this.media = media;
        this.settings = settings;
    }

    /** What is wrong is told to the settings. @return false for that */
    boolean run() {
        if (media.store().onDisk() || !settings.fine("S3_ENDPOINT") || !settings.fine("AZURE_STORAGE_CONNECTION_STRING")) return false;
        try (var storage = Stores.open(media, Clock.systemUTC())) {
            use(storage);
        } catch (Unavailable gone) {
            settings.wrong("MEDIA_STORAGE", gone.reason());
        } catch (IOException | Problem refused) {
            settings.wrong("MEDIA_STORAGE", refused.getMessage());
        } catch (IllegalArgumentException unreadable) {
            // Its words may hold a part of the key.
            settings.wrong("AZURE_STORAGE_CONNECTION_STRING", "cannot be understood");
        }
        return settings.fine("MEDIA_STORAGE") && settings.fine("AZURE_STORAGE_CONNECTION_STRING");
    }

    private static void use(Storage storage) throws IOException {
        var key = FOLDER + "/" + Long.toHexString(new SecureRandom().nextLong());
        storage.create(key, key.length(), () -> new ByteArrayInputStream(key.getBytes()));
        try (var bytes = storage.read(key, 0, key.length())) {
            if (storage.create(key, 0, () -> new ByteArrayInputStream(new byte[0])))
                throw new IOException("this store writes over files that are there (it does not know If-None-Match)");
            storage.list(FOLDER, file -> { });
        } finally {
            storage.delete(key);
        }
    }
}

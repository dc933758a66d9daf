package profiles;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import profiles.config.Environment;
import profiles.config.MediaConfig;
import profiles.storage.Storage;
import profiles.storage.StorageFactory;

/** A store as the settings name it, without the service. */
public final class OpenStore {
    private OpenStore() {
    }

    public static Storage of(Map<String, String> environment) {
        var settings = new Environment(environment);
        var media = MediaConfig.read(settings);
        settings.throwIfInvalid();
        return StorageFactory.open(media, Clock.systemUTC());
    }

    public static Storage of(Map<String, String> environment, String... more) {
        var all = new HashMap<>(environment);
        for (int i = 0; i < more.length; i += 2) all.put(more[i], more[i + 1]);
        return of(all);
    }
}

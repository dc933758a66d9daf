package profiles;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import java.time.Clock;
import javax.inject.Singleton;
import profiles.antivirus.Clamd;
import profiles.antivirus.OptionalScanner;
import profiles.antivirus.ScanResult;
import profiles.antivirus.Scanner;
import profiles.config.Config;
import profiles.media.MediaReferences;
import profiles.profile.ProfileReferences;
import profiles.storage.Storage;
import profiles.storage.StorageFactory;

/** Where documents are stored, and which references to them exist. */
@Module
interface MediaModule {

    @Binds
    MediaReferences references(ProfileReferences references);

    @Provides @Singleton
    static Storage storage(Config config, Clock clock) {
        return StorageFactory.open(config.media(), clock);
    }

    @Provides @Singleton
    static Scanner scanner(Config config) {
        var clamd = config.media().clamd();
        if (!clamd.isEnabled()) return bytes -> ScanResult.CLEAN;
        return clamd.optional() ? new OptionalScanner(new Clamd(clamd)) : new Clamd(clamd);
    }
}

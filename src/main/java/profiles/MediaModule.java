package profiles;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import java.time.Clock;
import javax.inject.Singleton;
import profiles.media.References;
import profiles.media.Storage;
import profiles.profile.ProfileReferences;
import profiles.scan.Clamd;
import profiles.scan.Lenient;
import profiles.scan.Scanner;
import profiles.scan.Verdict;

/** Where documents are kept, and who says what they belong to. */
@Module
interface MediaModule {

    @Binds
    References references(ProfileReferences references);

    @Provides @Singleton
    static Storage storage(Config config, Clock clock) {
        return Stores.open(config.media(), clock);
    }

    @Provides @Singleton
    static Scanner scanner(Config config) {
        var clamd = config.media().clamd();
        if (!clamd.on()) return bytes -> Verdict.CLEAN;
        return clamd.optional() ? new Lenient(new Clamd(clamd)) : new Clamd(clamd);
    }
}

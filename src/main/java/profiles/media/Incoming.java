package profiles.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.Config;

/** The folder for parts of forms on their way, on the same file system as the files that they become. */
@Singleton
public final class Incoming {
    private static final Duration YOUNG = Duration.ofDays(1);

    private final Path folder;
    private final Clock clock;

    @Inject
    Incoming(Config config, Clock clock) {
        this.folder = config.media().root().resolve(".incoming");
        this.clock = clock;
    }

    public Path folder() {
        return folder;
    }

    /** Makes the folder; before the first upload. */
    public void make() {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes what a crash left; the young files may be another copy's of this service. */
    public void sweep() {
        var old = clock.instant().minus(YOUNG);
        try (var files = Files.newDirectoryStream(folder, file -> Files.getLastModifiedTime(file).toInstant().isBefore(old))) {
            for (var file : files) Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

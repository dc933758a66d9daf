package profiles.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.config.Config;
import profiles.config.FilePermissions;

/** The folder for uploads that are being received, on the same file system as the stored files. */
@Singleton
public final class UploadTempFolder {
    private static final Logger LOG = LoggerFactory.getLogger(UploadTempFolder.class);
    private static final Duration YOUNG = Duration.ofDays(1);

    private final Path folder;
    private final Clock clock;

    @Inject
    UploadTempFolder(Config config, Clock clock) {
        this.folder = config.media().root().resolve(".incoming");
        this.clock = clock;
    }

    public Path folder() {
        return folder;
    }

    public void create() {
        try {
            FilePermissions.OWNER.createFolders(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes what a crash left; the young files may be another copy's of this service. */
    public void deleteOld() {
        var old = clock.instant().minus(YOUNG);
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) remove(file, old);
        } catch (IOException | DirectoryIteratorException failed) {
            throw new IllegalStateException("the folder " + folder + " cannot be read", failed);
        }
    }

    /** Parts come and go while the folder is read, and one that stays must not keep the others. */
    private static void remove(Path file, Instant old) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) Files.deleteIfExists(file);
        } catch (NoSuchFileException gone) {
            // Its request has ended.
        } catch (IOException failed) {
            LOG.warn("{} cannot be deleted ({})", file, failed.toString());
        }
    }
}

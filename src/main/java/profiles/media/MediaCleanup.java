package profiles.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.storage.Storage;
import profiles.storage.StoredFile;
import profiles.web.Problem;

/**
 * Deletes files that a crash or a failed delete left without a reference. Files younger than a day may be part of a running save, and stay.
 */
@Singleton
public final class MediaCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(MediaCleanup.class);
    /** Far longer than a save can last from its first file to its commit: see {@code Profiles}, which gives up after an hour. */
    private static final Duration YOUNG = Duration.ofDays(1);
    private static final int AT_ONCE = 500;
    /** Whoever forgets a setting, or starts before a backup is restored, must not lose everything. */
    private static final String STRANGE =
        "There are documents, and the database names none of them: nothing was removed. Is DATABASE_URL the right one?";

    private static final String BACKUP = "A backup is being made, and may need any document: try again when it has ended.";

    private final Storage storage;
    private final MediaReferences references;
    private final Clock clock;
    private final LongAdder removed = new LongAdder();
    private volatile Instant lastRun;

    @Inject
    MediaCleanup(Storage storage, MediaReferences references, Clock clock) {
        this.storage = storage;
        this.references = references;
        this.clock = clock;
    }

    /**
     * What does not go for its own reason is left for the next time.
     *
     * @return what was removed
     * @throws Problem with nothing removed, when the database names no document at all, and there are some; and while a backup is made
     */
    public CleanupResult run() {
        var result = new CleanupResult();
        var lag = new ClockSkew(storage, references.folders().get(0));
        unreferenced(file -> remove(file, threshold().minus(lag.get()), result));
        removed.add(result.count());
        lastRun = clock.instant();
        if (result.count() > 0) LOG.info("swept files without a reference: {}", result);
        return result;
    }

    /** When this copy last finished a cleanup; null if it did not. */
    public Instant lastRun() {
        return lastRun;
    }

    public long removed() {
        return removed.sum();
    }

    /**
     * Removes nothing. @param each takes the keys of those that {@link #run} would remove @return what they are together @throws Problem
     * likewise
     */
    public CleanupResult dryRun(Consumer<String> each) {
        var result = new CleanupResult();
        unreferenced(file -> {
            each.accept(file.key());
            result.add(file);
        });
        return result;
    }

    /** Asked anew: another copy may have removed it meanwhile, and then the name may already be that of a new file. */
    private void remove(StoredFile listed, Instant old, CleanupResult result) {
        try {
            var file = storage.find(listed.key());
            if (file == null || !file.modified().isBefore(old)) return;
            storage.delete(file.key());
            result.add(file);
        } catch (RuntimeException failed) {
            LOG.warn("{} cannot be swept ({})", listed.key(), failed.toString());
        }
    }

    /** One folder that cannot be read must not keep the others from being swept. */
    private void unreferenced(Consumer<StoredFile> each) {
        if (references.isDjangoDatabase()) {
            LOG.info("files without a reference are kept: other tables of the Django project may name them");
            return;
        }
        RuntimeException failure = null;
        for (var folder : references.folders()) {
            try {
                unreferenced(folder, each);
            } catch (RuntimeException failed) {
                if (failure == null) failure = failed;
                else failure.addSuppressed(failed);
            }
        }
        if (failure != null) throw failure;
    }

    /** A part of the list at a time, however long it is. */
    private void unreferenced(String folder, Consumer<StoredFile> each) {
        var part = new ArrayList<StoredFile>(AT_ONCE);
        storage.list(folder, file -> {
            if (file.modified().isBefore(threshold())) part.add(file);
            if (part.size() == AT_ONCE) take(part, each);
        });
        take(part, each);
    }

    private Instant threshold() {
        return clock.instant().minus(YOUNG);
    }

    private void take(List<StoredFile> part, Consumer<StoredFile> each) {
        if (part.isEmpty()) return;
        var named = references.referenced(part.stream().map(StoredFile::key).toList());
        if (named.isEmpty() && !references.hasAny()) throw new Problem(409, "Nothing swept", STRANGE);
        // Asked after what is named: see DeletionLeases.
        if (references.held()) throw new Problem(409, "Not swept", BACKUP);
        part.stream().filter(file -> !named.contains(file.key())).forEach(each);
        part.clear();
    }
}

package profiles.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.database.SharedDatabase;
import profiles.media.MediaFile.State;
import profiles.storage.Storage;
import profiles.storage.StoredFile;
import profiles.web.Problem;

/** Deletes files of the {@link MediaLedger} that nothing refers to. What is in the storage besides is not ours, and stays. */
@Singleton
public final class MediaCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(MediaCleanup.class);
    /** Django writes all columns of a profile, and so may bring back a reference that was just removed. */
    private static final Duration RELEASED = Duration.ofHours(1);
    /** Far more time than a save takes from its first file to its commit. */
    private static final Duration UNREFERENCED = Duration.ofDays(1);
    /** For times of files that are rounded, and for the largest document. */
    private static final Duration CLOCK = Duration.ofSeconds(-2), LONGEST = Duration.ofHours(1);
    private static final int AT_ONCE = 500, MAX_FAILURES = 20;
    private static final String BACKUP = "A backup is being made, and may need any document: try again when it has ended.";

    private final Storage storage;
    private final MediaLedger ledger;
    private final MediaReferences references;
    private final SharedDatabase shared;
    private final DeletionLeases leases;
    private final Clock clock;
    private final LongAdder removed = new LongAdder();
    private volatile Instant lastRun;

    @Inject
    MediaCleanup(Storage storage, MediaLedger ledger, MediaReferences references, SharedDatabase shared, DeletionLeases leases,
        Clock clock) {
        this.storage = storage;
        this.ledger = ledger;
        this.references = references;
        this.shared = shared;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * A file that cannot be deleted is left for the next time.
     *
     * @return the deleted files
     * @throws Problem 409, while a backup is made
     */
    public CleanupResult run() {
        var result = new CleanupResult();
        forEach((file, isReferenced) -> {
            if (isDue(file, isReferenced)) delete(file, result);
            else correct(file, isReferenced);
        });
        removed.add(result.count());
        lastRun = clock.instant();
        if (result.count() > 0) LOG.info("deleted files without a reference: {}", result);
        return result;
    }

    /**
     * Deletes nothing.
     *
     * @param each takes the keys of the files that {@link #run} would delete
     * @throws Problem as {@link #run}
     */
    public CleanupResult dryRun(Consumer<String> each) {
        var result = new CleanupResult();
        forEach((file, isReferenced) -> {
            if (!isDue(file, isReferenced)) return;
            each.accept(file.key());
            result.add(file);
        });
        return result;
    }

    /** When this copy last finished a cleanup; null if it did not. */
    public Instant lastRun() {
        return lastRun;
    }

    public long removed() {
        return removed.sum();
    }

    private void forEach(BiConsumer<MediaFile, Boolean> each) {
        List<MediaFile> page;
        for (var after = ""; !(page = ledger.page(after, clock.instant().minus(RELEASED), AT_ONCE)).isEmpty(); after = last(page).key()) {
            var referenced = references.referenced(page.stream().map(MediaFile::key).toList());
            // Other programs' tables are searched without an index, so only for files that would go.
            var others = mentioned(page.stream().filter(file -> isOld(file) && !referenced.contains(file.key()))
                .map(MediaFile::key).toList());
            // Asked after the references: see DeletionLeases.
            if (leases.any()) throw new Problem(409, "Not deleted", BACKUP);
            page.forEach(file -> each.accept(file, referenced.contains(file.key()) || others.contains(file.key())));
        }
    }

    private Set<String> mentioned(List<String> keys) {
        return shared.mentioned(MediaKey.spellings(keys)).stream().map(MediaKey::normalized).collect(Collectors.toSet());
    }

    private static MediaFile last(List<MediaFile> page) {
        return page.get(page.size() - 1);
    }

    private boolean isDue(MediaFile file, boolean isReferenced) {
        return !isReferenced && !file.is(State.KEPT) && isOld(file);
    }

    private boolean isOld(MediaFile file) {
        return file.changed.isBefore(clock.instant().minus(file.is(State.RELEASED) ? RELEASED : UNREFERENCED));
    }

    /** Other programs change references without the ledger. */
    private void correct(MediaFile file, boolean isReferenced) {
        if (isReferenced && !file.is(State.KEPT)) ledger.change(file, State.KEPT);
        if (!isReferenced && file.is(State.KEPT) && isOld(file)) ledger.change(file, State.RELEASED);
    }

    private void delete(MediaFile file, CleanupResult result) {
        try {
            if (!isOurs(file)) {
                ledger.remove(file);
                return;
            }
            // So that no other copy of the service deletes it, too: its key may soon be another file's.
            if (!ledger.change(file, State.RELEASED)) return;
            storage.delete(file.key());
            result.add(file);
            ledger.remove(List.of(file.key()));
        } catch (RuntimeException failed) {
            LOG.warn("{} cannot be deleted ({})", file.key(), failed.toString());
            // The storage is away: each try may take seconds.
            if (result.fail() == MAX_FAILURES) throw failed;
        }
    }

    /** After a crash the file may be gone, or never have been written, and another program may have a file of the same name. */
    private boolean isOurs(MediaFile file) {
        var found = storage.find(file.key());
        if (found == null) return false;
        if (!file.isChecked()) return true;
        if (storage.isLocal() && file.is(State.RESERVED) && found.size() < file.size()) return isBegun(file, found);
        if (found.size() != file.size()) return false;
        try (var bytes = storage.read(file.key(), 0, found.size())) {
            return bytes != null && ValidatedUpload.crc32c(Channels.newInputStream(bytes)) == file.crc32c;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** On a disk a crash leaves the beginning of a file, from the time of the reservation. */
    private static boolean isBegun(MediaFile reserved, StoredFile found) {
        var after = Duration.between(reserved.created, found.modified());
        return after.compareTo(CLOCK) >= 0 && after.compareTo(LONGEST) < 0;
    }
}

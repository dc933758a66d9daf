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
import profiles.web.Problem;

/** Removes the files that a crash or a failed delete left without a reference. The young ones may be on their way to one, and stay. */
@Singleton
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    /** Far longer than a save can last from its first file to its commit: see {@code Profiles}, which gives up after an hour. */
    private static final Duration YOUNG = Duration.ofDays(1);
    private static final int AT_ONCE = 500;
    /** Whoever forgets a setting, or starts before a backup is restored, must not lose everything. */
    private static final String STRANGE = "There are documents, and the database names none of them: nothing was removed. Is DATABASE_URL the right one?";

    private static final String BACKUP = "A backup is being made, and may need any document: try again when it has ended.";

    private final Storage storage;
    private final References references;
    private final Clock clock;
    private final LongAdder removed = new LongAdder();
    private volatile Instant last;

    @Inject
    Sweep(Storage storage, References references, Clock clock) {
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
    public Swept run() {
        var swept = new Swept();
        var lag = new Lag(storage, references.folders().get(0));
        unreferenced(file -> remove(file, old().minus(lag.get()), swept));
        removed.add(swept.count());
        last = clock.instant();
        if (swept.count() > 0) LOG.info("swept files without a reference: {}", swept);
        return swept;
    }

    /** When it was last done to its end by this copy of the service; null when it was not. */
    public Instant last() {
        return last;
    }

    /** How many files this copy of the service has removed. */
    public long removed() {
        return removed.sum();
    }

    /** Removes nothing. @param each takes the keys of those that {@link #run} would remove @return what they are together @throws Problem likewise */
    public Swept rehearse(Consumer<String> each) {
        var swept = new Swept();
        unreferenced(file -> {
            each.accept(file.key());
            swept.add(file);
        });
        return swept;
    }

    /** Asked anew: another copy may have removed it meanwhile, and then the name may already be that of a new file. */
    private void remove(Stored listed, Instant old, Swept swept) {
        try {
            var file = storage.find(listed.key());
            if (file == null || !file.modified().isBefore(old)) return;
            storage.delete(file.key());
            swept.add(file);
        } catch (RuntimeException failed) {
            LOG.warn("{} cannot be swept ({})", listed.key(), failed.toString());
        }
    }

    /** One folder that cannot be read must not keep the others from being swept. */
    private void unreferenced(Consumer<Stored> each) {
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
    private void unreferenced(String folder, Consumer<Stored> each) {
        var part = new ArrayList<Stored>(AT_ONCE);
        storage.list(folder, file -> {
            if (file.modified().isBefore(old())) part.add(file);
            if (part.size() == AT_ONCE) take(part, each);
        });
        take(part, each);
    }

    private Instant old() {
        return clock.instant().minus(YOUNG);
    }

    private void take(List<Stored> part, Consumer<Stored> each) {
        if (part.isEmpty()) return;
        var named = references.among(part.stream().map(Stored::key).toList());
        if (named.isEmpty() && !references.any()) throw new Problem(409, "Nothing swept", STRANGE);
        // Asked after what is named: see Holds.
        if (references.held()) throw new Problem(409, "Not swept", BACKUP);
        part.stream().filter(file -> !named.contains(file.key())).forEach(each);
        part.clear();
    }
}

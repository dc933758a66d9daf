package profiles.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the files that a crash or a failed delete left without a reference. The young ones may be on their way to one, and stay. */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration YOUNG = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final Storage storage;
    private final References references;
    private final Clock clock;

    @Inject
    Sweep(Storage storage, References references, Clock clock) {
        this.storage = storage;
        this.references = references;
        this.clock = clock;
    }

    /** @return how many were removed */
    public int run() {
        var count = references.folders().stream().mapToInt(this::folder).sum();
        if (count > 0) LOG.info("swept {} files without a reference", count);
        return count;
    }

    private int folder(String folder) {
        var old = clock.instant().minus(YOUNG);
        var removed = new int[1];
        var batch = new ArrayList<String>(AT_ONCE);
        storage.list(folder, file -> {
            if (isOlder(file, old)) batch.add(file.key());
            if (batch.size() == AT_ONCE) removed[0] += remove(batch);
        });
        return removed[0] + remove(batch);
    }

    private static boolean isOlder(Stored file, Instant than) {
        return file.modified().isBefore(than);
    }

    private int remove(List<String> batch) {
        if (batch.isEmpty()) return 0;
        batch.removeAll(references.among(batch));
        batch.forEach(storage::delete);
        var count = batch.size();
        batch.clear();
        return count;
    }
}

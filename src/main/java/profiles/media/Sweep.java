package profiles.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
        var count = unreferenced(storage::delete);
        if (count > 0) LOG.info("swept {} files without a reference", count);
        return count;
    }

    /** Removes nothing. @param each takes the keys of those that {@link #run} would remove @return how many they are */
    public int rehearse(Consumer<String> each) {
        return unreferenced(each);
    }

    private int unreferenced(Consumer<String> each) {
        return references.folders().stream().mapToInt(folder -> unreferenced(folder, each)).sum();
    }

    private int unreferenced(String folder, Consumer<String> each) {
        var old = clock.instant().minus(YOUNG);
        var count = new int[1];
        var batch = new ArrayList<String>(AT_ONCE);
        storage.list(folder, file -> {
            if (isOlder(file, old)) batch.add(file.key());
            if (batch.size() == AT_ONCE) count[0] += take(batch, each);
        });
        return count[0] + take(batch, each);
    }

    private static boolean isOlder(Stored file, Instant than) {
        return file.modified().isBefore(than);
    }

    private int take(List<String> batch, Consumer<String> each) {
        if (batch.isEmpty()) return 0;
        batch.removeAll(references.among(batch));
        batch.forEach(each);
        var count = batch.size();
        batch.clear();
        return count;
    }
}

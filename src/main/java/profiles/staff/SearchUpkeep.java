package profiles.staff;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the index true while the service runs; a database that Django has filled is indexed so, in portions, beside all other work. */
@Singleton
public final class SearchUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(SearchUpkeep.class);

    private static final Duration LOOK = Duration.ofSeconds(2), TRIGGERS = Duration.ofHours(1);
    private static final int SECONDS_TO_END = 5;

    private final SearchIndex index;
    private final SearchTriggers triggers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "search");
        daemon.setDaemon(true);
        return daemon;
    });

    @Inject
    SearchUpkeep(SearchIndex index, SearchTriggers triggers) {
        this.index = index;
        this.triggers = triggers;
    }

    public void start() {
        triggers.make();
        every(TRIGGERS, triggers::make);
        every(LOOK, this::catchUp);
    }

    /** A portion under way ends first, since the database goes next. */
    public void stop() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void catchUp() {
        var more = true;
        while (more && !thread.isShutdown()) more = index.advance();
    }

    private void every(Duration pause, Runnable work) {
        thread.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                if (!thread.isShutdown()) LOG.warn("the search's index could not be kept", failed);
            }
        }, pause.toMillis() / 10, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}

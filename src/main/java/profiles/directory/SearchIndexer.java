package profiles.directory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.background.Worker;
import profiles.background.Workers;

/** Keeps the search index up to date in the background. It also indexes the users of a Django database, in portions. */
@Singleton
public final class SearchIndexer {
    private static final Duration LOOK = Duration.ofSeconds(2), TRIGGERS = Duration.ofHours(1), TRIGGERS_AGAIN = Duration.ofSeconds(10);
    private static final int SECONDS_TO_START = 2, SECONDS_TO_END = 5;

    private final SearchIndex index;
    private final SearchTriggers triggers;
    private final Worker indexer, triggering;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "search");
        daemon.setDaemon(true);
        return daemon;
    });

    @Inject
    SearchIndexer(SearchIndex index, SearchTriggers triggers, Workers workers) {
        this.index = index;
        this.triggers = triggers;
        this.indexer = workers.named("search");
        this.triggering = workers.named("search triggers");
    }

    /** Waits for the triggers for a moment only: while another program holds a lock, the service starts nevertheless. */
    public void start() {
        index.awaitTriggers();
        CompletableFuture.runAsync(this::createTriggers, thread).completeOnTimeout(null, SECONDS_TO_START, TimeUnit.SECONDS).join();
        thread.scheduleWithFixedDelay(() -> indexer.run(this::catchUp), LOOK.toMillis() / 10, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void createTriggers() {
        var created = triggering.run(triggers::create);
        if (created) index.triggersCreated();
        if (thread.isShutdown()) return;
        thread.schedule(this::createTriggers, (created ? TRIGGERS : TRIGGERS_AGAIN).toSeconds(), TimeUnit.SECONDS);
    }

    /** A portion under way ends first, since the database goes next. */
    public void stop() {
        indexer.stop();
        triggering.stop();
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
}

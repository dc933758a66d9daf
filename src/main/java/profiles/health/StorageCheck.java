package profiles.health;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.inject.Inject;
import profiles.storage.Storage;

/** Whether a remote store answers. It is asked in the background, since a silent store must not delay the health check. */
final class StorageCheck {
    private static final String KEY = "health/probe";
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5), PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Storage storage;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), work -> {
        var daemon = new Thread(work, "health");
        daemon.setDaemon(true);
        return daemon;
    });
    private Future<Boolean> request;
    private long at;

    @Inject
    StorageCheck(Storage storage) {
        this.storage = storage;
        thread.allowCoreThreadTimeOut(true);
    }

    /** @return null where nothing fails */
    synchronized String reason() {
        if (storage.isLocal()) return null;
        if (request == null || request.isDone() && System.nanoTime() - at > AGAIN_NANOS) {
            at = System.nanoTime();
            request = thread.submit(() -> storage.find(KEY) != null);
        }
        try {
            request.get(Math.max(0, PATIENCE_NANOS - (System.nanoTime() - at)), TimeUnit.NANOSECONDS);
            return null;
        } catch (TimeoutException silent) {
            return "It does not answer.";
        } catch (ExecutionException refused) {
            return "It cannot be reached, or refuses us: see the log.";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}

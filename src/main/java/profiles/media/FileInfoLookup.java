package profiles.media;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.storage.Storage;
import profiles.storage.StoredFile;

/** Looks up a stored file with a deadline, so that a slow store delays no page. */
@Singleton
public final class FileInfoLookup {
    private static final Logger LOG = LoggerFactory.getLogger(FileInfoLookup.class);
    private static final int ASKERS = 4, WAITING = 16;
    private static final long PATIENCE_MILLIS = 250, IDLE_SECONDS = 10;

    private final Storage storage;
    private final ThreadPoolExecutor askers = new ThreadPoolExecutor(ASKERS, ASKERS, IDLE_SECONDS, TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING), FileInfoLookup::thread);

    @Inject
    FileInfoLookup(Storage storage) {
        this.storage = storage;
        askers.allowCoreThreadTimeOut(true);
    }

    /** @return null when it is not there, or not known soon */
    public StoredFile find(String key) {
        // Another thread would cost more than the question.
        if (storage.isLocal()) return findNow(key);
        try {
            return askers.submit(() -> storage.find(key)).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException | ExecutionException late) {
            LOG.debug("a page does not tell the size of {}: {}", key, late.toString());
            return null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private StoredFile findNow(String key) {
        try {
            return storage.find(key);
        } catch (RuntimeException failed) {
            LOG.debug("a page does not tell the size of {}: {}", key, failed.toString());
            return null;
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "glance");
        thread.setDaemon(true);
        return thread;
    }
}

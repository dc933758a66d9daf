package profiles.media;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.fileformat.FileName;
import profiles.storage.Storage;
import profiles.web.Problem;

/** Stores documents under unused keys, and deletes them. */
@Singleton
public final class Documents {
    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final int TRIES = 20, DELETING = 2, WAITING = 1_000, AGAIN_SECONDS = 5;
    private static final long SECONDS = 3;

    private final Storage storage;
    private final DeletionLeases leases;
    private final UploadCounters uploads;
    private final ThreadPoolExecutor deleting = new ThreadPoolExecutor(DELETING, DELETING, SECONDS, TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING), Documents::thread);

    @Inject
    Documents(Storage storage, DeletionLeases leases, UploadCounters uploads) {
        this.storage = storage;
        this.leases = leases;
        this.uploads = uploads;
        deleting.allowCoreThreadTimeOut(true);
    }

    /** @return the key: the document's own name where it is free and may be used again, else with a random end */
    public String store(String folder, ValidatedUpload document) {
        var key = storage.deletesLate() ? FileName.randomKey(folder, document.name()) : FileName.key(folder, document.name());
        for (int i = 0; i < TRIES; i++) {
            if (storage.create(key, document.upload().size(), document)) {
                uploads.stored(document.upload().size());
                return key;
            }
            key = FileName.randomKey(folder, document.name());
        }
        // A store that calls every key taken is broken.
        throw Problem.busy("This document cannot be kept now. Nothing was changed; try again in a moment.", AGAIN_SECONDS);
    }

    /**
     * Deletes a file that nothing refers to. Call it after the commit. A failure, or a running backup, is no error: the cleanup tries
     * again. With a remote store it runs in the background.
     */
    public void discard(String key) {
        try {
            if (leases.any()) return;
            if (storage.isLocal()) storage.delete(key);
            else deleting.execute(() -> delete(key));
        } catch (RuntimeException failed) {
            logUndeleted(key, failed);
        }
    }

    private void delete(String key) {
        try {
            storage.delete(key);
        } catch (RuntimeException failed) {
            logUndeleted(key, failed);
        }
    }

    private static void logUndeleted(String key, RuntimeException failed) {
        LOG.warn("{} is left for the sweep ({})", key, failed.toString());
    }

    /** What is to be deleted goes first, if the store is quick. */
    public void stop() {
        deleting.shutdown();
        try {
            if (!deleting.awaitTermination(SECONDS, TimeUnit.SECONDS)) LOG.warn("documents that nothing refers to are left for the sweep");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "delete-documents");
        thread.setDaemon(true);
        return thread;
    }
}

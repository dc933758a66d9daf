package profiles.media;

import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.database.SharedDatabase;
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
    private final MediaLedger ledger;
    private final MediaReferences references;
    private final SharedDatabase shared;
    private final DeletionLeases leases;
    private final UploadCounters uploads;
    private final ThreadPoolExecutor deleting = new ThreadPoolExecutor(DELETING, DELETING, SECONDS, TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING), Documents::thread);
    private final Queue<String> deleted = new ConcurrentLinkedQueue<>();

    @Inject
    Documents(Storage storage, MediaLedger ledger, MediaReferences references, SharedDatabase shared, DeletionLeases leases,
        UploadCounters uploads) {
        this.storage = storage;
        this.ledger = ledger;
        this.references = references;
        this.shared = shared;
        this.leases = leases;
        this.uploads = uploads;
        deleting.allowCoreThreadTimeOut(true);
    }

    /**
     * The file is reserved in the ledger, and lapses unless a transaction {@linkplain MediaLedger#keep keeps} it.
     *
     * @return the key: the document's own name where no file has it and nothing refers to it, else with a random end
     */
    public String store(String folder, ValidatedUpload document) {
        // Any table of another program may refer to a file that is gone.
        var isRandom = storage.deletesLate() || shared.isShared();
        var key = isRandom ? FileName.randomKey(folder, document.name()) : FileName.key(folder, document.name());
        for (int i = 0; i < TRIES; i++) {
            if (create(key, document)) {
                uploads.stored(document.upload().size());
                return key;
            }
            key = FileName.randomKey(folder, document.name());
        }
        // A store that calls every key taken is broken.
        throw Problem.busy("This document cannot be kept now. Nothing was changed; try again in a moment.", AGAIN_SECONDS);
    }

    private boolean create(String key, ValidatedUpload document) {
        if (!references.referenced(List.of(key)).isEmpty() || !reserve(key, document)) return false;
        if (storage.create(key, document.upload().size(), document)) return true;
        // Over a network it may be ours all the same, after a lost answer: the cleanup compares the bytes.
        if (storage.isLocal()) ledger.remove(List.of(key));
        return false;
    }

    private boolean reserve(String key, ValidatedUpload document) {
        if (ledger.reserve(key, document)) return true;
        removeRows();
        return ledger.reserve(key, document);
    }

    /** Deletes files that were stored and then not needed. A failure, or a running backup, is no error: the cleanup tries again. */
    public void discardReserved(Collection<String> keys) {
        discard(keys);
    }

    /**
     * Deletes files that a transaction has released, after its commit. With a remote store it runs in the background; beside another
     * program the cleanup does it, since that program may refer to them, too. A failure, or a running backup, is no error.
     */
    public void discardReleased(Collection<String> keys) {
        try {
            if (keys.isEmpty() || shared.isShared()) return;
            var referenced = references.referenced(keys);
            discard(keys.stream().filter(key -> !referenced.contains(key)).toList());
        } catch (RuntimeException failed) {
            logUndeleted(keys, failed);
        }
    }

    private void discard(Collection<String> keys) {
        try {
            if (keys.isEmpty() || leases.any()) return;
            for (var key : keys)
                if (storage.isLocal()) delete(key);
                else deleting.execute(() -> delete(key));
        } catch (RuntimeException failed) {
            logUndeleted(keys, failed);
        }
    }

    private void delete(String key) {
        try {
            storage.delete(key);
            deleted.add(key);
            deleting.execute(this::removeRows);
        } catch (RuntimeException failed) {
            logUndeleted(List.of(key), failed);
        }
    }

    /** Those of many deleted files with one commit. */
    private synchronized void removeRows() {
        var keys = new ArrayList<String>();
        for (var key = deleted.poll(); key != null; key = deleted.poll()) keys.add(key);
        if (keys.isEmpty()) return;
        try {
            ledger.remove(keys);
        } catch (PersistenceException failed) {
            LOG.warn("the ledger names deleted files until the next cleanup ({})", failed.toString());
        }
    }

    private static void logUndeleted(Collection<String> keys, RuntimeException failed) {
        LOG.warn("{} is left for the cleanup ({})", String.join(", ", keys), failed.toString());
    }

    /** What is to be deleted goes first, if the store is quick. */
    public void stop() {
        deleting.shutdown();
        try {
            if (!deleting.awaitTermination(SECONDS, TimeUnit.SECONDS)) LOG.warn("files without a reference are left for the cleanup");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        removeRows();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "delete-documents");
        thread.setDaemon(true);
        return thread;
    }
}

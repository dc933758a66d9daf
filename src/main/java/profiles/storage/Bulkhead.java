package profiles.storage;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits the threads that wait for a store at once: a silent one holds each until its deadline, while the other threads serve everything
 * else.
 */
final class Bulkhead {
    private static final long WAIT_SECONDS = 1;

    private final int limit;
    private final Semaphore free;

    /** @param limit of those inside, and of those who wait for a place */
    Bulkhead(int limit) {
        this.limit = limit;
        this.free = new Semaphore(limit);
    }

    /** @throws profiles.web.Problem 503 when there is no place */
    <T> T call(Supplier<T> question) {
        if (!free.tryAcquire() && !waited()) throw StorageErrors.overloaded();
        try {
            return question.get();
        } finally {
            free.release();
        }
    }

    private boolean waited() {
        try {
            return free.getQueueLength() < limit && free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

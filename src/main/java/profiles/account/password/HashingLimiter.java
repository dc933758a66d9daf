package profiles.account.password;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.web.Problem;

/** Limits hashing to the available heap and processors. Later work waits in a bounded queue. */
@Singleton
public final class HashingLimiter {
    private static final int IN_LINE = 64, SECONDS = 10;

    /** What the rest of the service lives on, in KiB. */
    private static final long THE_REST = 64 * 1024;

    private final int kibibytes;
    private final int share;
    private final Semaphore free;
    private final Semaphore line;
    private final int inLine;
    private final AtomicInteger running = new AtomicInteger();
    private final LongAdder refused = new LongAdder();

    @Inject
    HashingLimiter() {
        this(spare(Runtime.getRuntime()), Runtime.getRuntime().availableProcessors(), IN_LINE);
    }

    /**
     * @param kibibytes  how much heap the work may take together
     * @param processors how many may work at once
     * @param inLine     how many may wait
     */
    public HashingLimiter(int kibibytes, int processors, int inLine) {
        this.kibibytes = kibibytes;
        this.share = Math.max(1, kibibytes / processors);
        this.free = new Semaphore(kibibytes, true);
        this.line = new Semaphore(inLine);
        this.inLine = inLine;
    }

    /** Whether work of this size ever gets in. */
    public boolean canHold(int kibibytes) {
        return kibibytes <= this.kibibytes;
    }

    /** @throws Problem 503 when the line is full, or does not move */
    public <T> T runInTurn(int kibibytes, Supplier<T> work) {
        var weight = weight(kibibytes);
        if (!enter(weight)) {
            refused.increment();
            throw Problem.busy("Too many people are logging in at this moment. Try again in a few seconds.", SECONDS);
        }
        return leaveAfter(weight, work);
    }

    /** Work that can as well be left. @return null when there is no room for it at once */
    public <T> T runNow(int kibibytes, Supplier<T> work) {
        var weight = weight(kibibytes);
        return free.tryAcquire(weight) ? leaveAfter(weight, work) : null;
    }

    public int running() {
        return running.get();
    }

    public int waiting() {
        return inLine - line.availablePermits();
    }

    public long refused() {
        return refused.sum();
    }

    /** A processor's share at least, so that work that needs no memory fills no more than the processors. */
    private int weight(int kibibytes) {
        return Math.max(kibibytes, share);
    }

    private boolean enter(int weight) {
        if (!line.tryAcquire()) return false;
        try {
            return free.tryAcquire(weight, SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            line.release();
        }
    }

    private <T> T leaveAfter(int weight, Supplier<T> work) {
        running.incrementAndGet();
        try {
            return work.get();
        } finally {
            running.decrementAndGet();
            free.release(weight);
        }
    }

    /** All heap but 64 MiB, and a third of a small one; always enough for a hash as we write it. */
    private static int spare(Runtime machine) {
        var heap = machine.maxMemory() / 1024;
        var spare = Math.min(Integer.MAX_VALUE, Math.max(heap / 3, heap - THE_REST));
        return (int) Math.max(StoredHash.NOBODY.kibibytes(), spare);
    }
}

package profiles.database;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes that a request can do without, such as the time of last use. If the database accepts no changes, reading goes on quickly. The log
 * has the first failure only.
 */
@Singleton
public final class OptionalWrites {
    private static final Logger LOG = LoggerFactory.getLogger(OptionalWrites.class);
    /** Above what a write takes on a slow disk; what is late is done nevertheless. */
    private static final long WAIT_MILLIS = 1_000, PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int WAITING = 100, IDLE_SECONDS = 10;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING), work -> {
            var daemon = new Thread(work, "optional-writes");
            daemon.setDaemon(true);
            return daemon;
        });
    private volatile long triedAgain = System.nanoTime();
    private volatile boolean failing;

    @Inject
    OptionalWrites() {
        thread.allowCoreThreadTimeOut(true);
    }

    /** @param write in a transaction of its own @param defaultValue returned if the database does not accept the write soon */
    public <T> T run(Supplier<T> write, T defaultValue) {
        if (System.nanoTime() - triedAgain < 0) return defaultValue;
        var task = new FutureTask<>(() -> written(write, defaultValue));
        try {
            thread.execute(task);
            return task.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException late) {
            // Who comes next does not even wait.
            pause();
            return defaultValue;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException bug) throw bug;
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return defaultValue;
        }
    }

    private <T> T written(Supplier<T> write, T defaultValue) {
        try {
            var told = write.get();
            failing = false;
            return told;
        } catch (RuntimeException failed) {
            var kind = DatabaseFailure.of(failed);
            if (kind == null || kind == DatabaseFailure.UNSUPPORTED_CHARACTER || kind == DatabaseFailure.TOO_LONG) throw failed;
            if (kind == DatabaseFailure.CONFLICT) return defaultValue;
            if (!failing) LOG.warn("the database takes no changes at the moment; who reads goes on ({})", failed.getMessage());
            failing = true;
            pause();
            return defaultValue;
        }
    }

    private void pause() {
        triedAgain = System.nanoTime() + PAUSE_NANOS;
    }
}

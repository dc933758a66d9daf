package profiles.database;

import io.ebean.Database;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Transactions that are repeated after MariaDB has rolled them back: after a deadlock, and on a Galera cluster after a change of the same
 * rows on another node.
 */
public final class Transactions {
    private static final int TRIES = 10;
    private static final Duration LONGEST = Duration.ofSeconds(6);
    private static final long PAUSE_MILLIS = 20;

    private Transactions() {
    }

    /**
     * Does the work in a transaction of its own, or within the one under way.
     *
     * @param work reads what it changes itself and makes its entities anew, since it may be repeated: a bean that was saved once is not
     * saved again
     */
    public static <T> T get(Database db, Supplier<T> work) {
        // A part cannot be repeated alone: the whole transaction was undone.
        if (db.currentTransaction() != null) return work.get();
        return repeat(() -> {
            try (var transaction = db.beginTransaction()) {
                var result = work.get();
                transaction.commit();
                return result;
            }
        });
    }

    /** As {@link #get}. */
    public static void run(Database db, Runnable work) {
        get(db, () -> {
            work.run();
            return null;
        });
    }

    /** As {@link #get}, for statements that may take minutes, as those over a whole table do. */
    public static void runLong(Database db, Runnable work) {
        run(db, () -> {
            try {
                ConnectionPools.allowLong(db.currentTransaction().connection());
            } catch (SQLException broken) {
                throw new PersistenceException(broken);
            }
            work.run();
        });
    }

    /** Repeats work that commits itself, such as a single statement. */
    public static <T> T repeat(Supplier<T> work) {
        var begin = System.nanoTime();
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (PersistenceException failed) {
                if (tries == TRIES || System.nanoTime() - begin > LONGEST.toNanos()
                    || DatabaseFailure.of(failed) != DatabaseFailure.CONFLICT) throw failed;
            }
            // Not all at the same moment again.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, PAUSE_MILLIS * tries)));
        }
    }
}

package profiles.database;

import io.ebean.Database;
import java.sql.SQLException;
import java.time.Clock;
import javax.inject.Inject;

/**
 * Work that one copy of the service at a time does. It saves effort only: the work must be harmless if two copies do it, since the lock
 * expires while the database is away.
 */
public final class CleanupLock {
    private static final String LOCK = "cleanup";

    private final Database db;
    private final Clock clock;

    @Inject
    CleanupLock(Database db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return false, with nothing done, while another copy holds the lock */
    public boolean tryRun(Runnable work) {
        try (var lease = DatabaseLease.take(db.dataSource(), LOCK, clock)) {
            if (lease == null) return false;
            work.run();
            return true;
        } catch (SQLException failed) {
            throw new IllegalStateException("the lock of the daily work cannot be asked for", failed);
        }
    }
}

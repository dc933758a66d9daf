package profiles.health;

import io.ebean.Database;
import io.ebean.annotation.Platform;
import javax.inject.Inject;
import profiles.database.ConnectionPools;
import profiles.database.DatabaseFailure;

/** Whether the database can be read and written. */
final class DatabaseCheck {
    private final Database db;
    private final ConnectionPools pools;

    @Inject
    DatabaseCheck(Database db, ConnectionPools pools) {
        this.db = db;
        this.pools = pools;
    }

    /** @param reason null where nothing fails @param elsewhere whether another copy may have a database that works */
    record State(String reason, boolean elsewhere) { }

    State check() {
        try {
            db.sqlQuery("select 1").mapToScalar(Integer.class).findOne();
        } catch (RuntimeException failed) {
            return new State("It cannot be reached.", true);
        }
        var failure = writeFailure();
        return failure == null ? new State(null, false) : new State(reason(failure), failure == DatabaseFailure.READ_ONLY && !sqlite());
    }

    /**
     * MariaDB is asked by a write that changes nothing, and that waits a second only: a load balancer does not wait longer. SQLite would
     * keep it waiting for the lock, so there the last real write tells.
     */
    private DatabaseFailure writeFailure() {
        if (sqlite()) return pools.writes().failure();
        try {
            db.sqlUpdate("set statement lock_wait_timeout = 1 for update auth_user set id = id where 1 = 0").execute();
            return null;
        } catch (RuntimeException failed) {
            var kind = DatabaseFailure.of(failed);
            return kind == null ? DatabaseFailure.BROKEN : kind;
        }
    }

    private boolean sqlite() {
        return db.platform().base() == Platform.SQLITE;
    }

    private static String reason(DatabaseFailure failure) {
        return switch (failure) {
            case BUSY, CONFLICT -> "Another program holds its lock: it can be read, and not be changed.";
            case READ_ONLY -> "It is read-only.";
            case FULL -> "Its disk is full: it can be read, and not be changed.";
            case UNREACHABLE -> "It can be read, and there is no connection to change it.";
            case DENIED -> "It can be read, and denies its user a privilege.";
            case SCHEMA_CHANGED -> "Another program has changed its tables: see the command check.";
            case BROKEN, OUTCOME_UNKNOWN, UNSUPPORTED_CHARACTER, TOO_LONG -> "It can be read, and not be changed.";
        };
    }
}

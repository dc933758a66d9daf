package profiles.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The kind of a database failure, by the codes along the chain of causes. Messages differ between versions and languages, so they never
 * count.
 */
public enum DatabaseFailure {
    /** A lock that others hold. Nothing was changed. */
    BUSY,
    /** A deadlock, or on Galera a change of the same row on another node. The transaction was rolled back, and may be repeated. */
    CONFLICT,
    /** No connection, or none any more. */
    UNREACHABLE,
    READ_ONLY,
    FULL,
    /** The database cannot read or write its files, or finds them damaged. */
    BROKEN,
    /** A character that the charset of a column does not have. Nothing was changed. */
    UNSUPPORTED_CHARACTER,
    /** A text that is longer than its column. Nothing was changed. */
    TOO_LONG,
    /** A table or a column is missing, or needs a value that the service does not have: another program has changed them. */
    SCHEMA_CHANGED,
    /** The database's user lacks a privilege, as an operator has to grant. Nothing was changed. */
    DENIED,
    /** The transaction failed at its commit: it may have been stored. */
    OUTCOME_UNKNOWN;

    /** Of SQLite's result codes the low byte, which says the kind: https://www.sqlite.org/rescode.html. */
    private static final Map<Integer, DatabaseFailure> SQLITE = Map.ofEntries(Map.entry(1, SCHEMA_CHANGED), Map.entry(5, BUSY),
        Map.entry(6, BUSY), Map.entry(15, BUSY), Map.entry(8, READ_ONLY), Map.entry(13, FULL), Map.entry(7, BROKEN), Map.entry(10, BROKEN),
        Map.entry(11, BROKEN), Map.entry(14, BROKEN), Map.entry(26, BROKEN));

    /** https://mariadb.com/docs/server/reference/error-codes. A lost connection has an SQLState of class 08 beside its code. */
    private static final Map<Integer, DatabaseFailure> MARIADB = Map.ofEntries(
        // Lock wait timeout; a statement's time is over.
        Map.entry(1205, BUSY), Map.entry(1969, BUSY),
        // Deadlock, or a failed certification; the record has changed since it was read.
        Map.entry(1213, CONFLICT), Map.entry(1020, CONFLICT),
        // Too many connections, of all and of one user; shut down; killed; too many of this hour.
        Map.entry(1040, UNREACHABLE), Map.entry(1203, UNREACHABLE), Map.entry(1053, UNREACHABLE), Map.entry(1927, UNREACHABLE),
        Map.entry(1226, UNREACHABLE),
        // The node does not belong to a cluster (yet); the host is blocked; the connection's thread cannot be made.
        Map.entry(1047, UNREACHABLE), Map.entry(1129, UNREACHABLE), Map.entry(1135, UNREACHABLE),
        // read_only; a read-only transaction; a table or an InnoDB that is read-only.
        Map.entry(1290, READ_ONLY), Map.entry(1792, READ_ONLY), Map.entry(1036, READ_ONLY), Map.entry(1836, READ_ONLY),
        Map.entry(1874, READ_ONLY),
        Map.entry(1021, FULL), Map.entry(1114, FULL),
        // An incorrect string value; an illegal mix of collations, of two, three or more.
        Map.entry(1366, UNSUPPORTED_CHARACTER), Map.entry(1267, UNSUPPORTED_CHARACTER), Map.entry(1270, UNSUPPORTED_CHARACTER),
        Map.entry(1271, UNSUPPORTED_CHARACTER),
        // Data too long; an unknown column or table, a column without a default, a column that cannot be null.
        Map.entry(1406, TOO_LONG), Map.entry(1054, SCHEMA_CHANGED), Map.entry(1146, SCHEMA_CHANGED), Map.entry(1364, SCHEMA_CHANGED),
        Map.entry(1048, SCHEMA_CHANGED),
        // No privilege for the database, the table, the column, the routine; none that a binary log asks of whoever makes triggers.
        Map.entry(1044, DENIED), Map.entry(1142, DENIED), Map.entry(1143, DENIED), Map.entry(1227, DENIED), Map.entry(1370, DENIED),
        Map.entry(1419, DENIED),
        // Files that cannot be opened, read or written; the engine's own errors, also at the commit.
        Map.entry(1016, BROKEN), Map.entry(1017, BROKEN), Map.entry(1024, BROKEN), Map.entry(1026, BROKEN), Map.entry(1030, BROKEN),
        Map.entry(1180, BROKEN), Map.entry(1037, BROKEN), Map.entry(1041, BROKEN));

    private static final Set<DatabaseFailure> OF_A_STATEMENT =
        EnumSet.of(CONFLICT, UNSUPPORTED_CHARACTER, TOO_LONG, SCHEMA_CHANGED, DENIED);
    private static final int MOST_CAUSES = 30;

    /** @return null when no database has failed so: then it is a bug, or something else */
    public static DatabaseFailure of(Throwable failure) {
        int left = MOST_CAUSES;
        for (var cause = failure; cause != null && left > 0; cause = cause.getCause(), left--) {
            // A batch tells its reason beside its causes.
            var first = cause instanceof SQLException failed ? failed : null;
            for (var sql = first; sql != null && left > 0; sql = sql.getNextException(), left--) {
                var kind = kind(sql);
                if (kind != null) return kind;
            }
        }
        return null;
    }

    private static DatabaseFailure kind(SQLException failure) {
        if (failure instanceof CommitFailedException) return OUTCOME_UNKNOWN;
        if (failure instanceof SQLiteException sqlite)
            return sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_NOTNULL ? SCHEMA_CHANGED
                : SQLITE.get(sqlite.getResultCode().code & 0xff);
        var known = MARIADB.get(failure.getErrorCode());
        if (known != null) return known;
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("08")) return UNREACHABLE;
        if (state.startsWith("40")) return CONFLICT;
        // The pool's own, when it has no connection. MariaDB's driver takes the same type for any other error, with a code of its own.
        return failure instanceof SQLTransientConnectionException && failure.getErrorCode() == 0 ? UNREACHABLE : null;
    }

    /** Whether the connection is of no use after it: a new one may reach another server, and a broken one has lost its transaction. */
    boolean breaksConnection(SQLException failure) {
        // SQLite ends the transaction by itself after some of its errors; one that could not begin is none (xerial/sqlite-jdbc#683).
        return !OF_A_STATEMENT.contains(this) && (this != BUSY || failure instanceof SQLiteException);
    }
}

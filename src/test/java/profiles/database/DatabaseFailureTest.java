package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import jakarta.persistence.PersistenceException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a database's codes mean. */
class DatabaseFailureTest {

    @ParameterizedTest
    @CsvSource({"SQLITE_BUSY,BUSY", "SQLITE_BUSY_SNAPSHOT,BUSY", "SQLITE_BUSY_RECOVERY,BUSY", "SQLITE_LOCKED_SHAREDCACHE,BUSY",
        "SQLITE_PROTOCOL,BUSY", "SQLITE_READONLY_DIRECTORY,READ_ONLY", "SQLITE_FULL,FULL", "SQLITE_IOERR_FSYNC,BROKEN",
        "SQLITE_CANTOPEN,BROKEN", "SQLITE_CORRUPT_INDEX,BROKEN"})
    void result_codes_of_sqlite_say_what_has_failed_and_the_connection_goes(SQLiteErrorCode code, DatabaseFailure kind) {
        var failure = new SQLiteException("other words", code);

        assertEquals(kind, DatabaseFailure.of(new PersistenceException(new IllegalStateException(failure))));
        assertEquals(Override.MUST_EVICT, new BrokenConnectionEviction(met -> { }).adjudicate(failure));
    }

    @ParameterizedTest
    @CsvSource({"1205,HY000,BUSY,CONTINUE_EVICT", "1213,40001,CONFLICT,CONTINUE_EVICT", "1290,HY000,READ_ONLY,MUST_EVICT",
        "1792,25006,READ_ONLY,MUST_EVICT",
        "1040,08004,UNREACHABLE,MUST_EVICT", "1053,08S01,UNREACHABLE,MUST_EVICT", "1927,70100,UNREACHABLE,MUST_EVICT",
        "1047,08S01,UNREACHABLE,MUST_EVICT",
        "1406,22001,TOO_LONG,CONTINUE_EVICT", "1054,42S22,SCHEMA_CHANGED,CONTINUE_EVICT", "1364,HY000,SCHEMA_CHANGED,CONTINUE_EVICT",
        "1142,42000,DENIED,CONTINUE_EVICT", "1419,HY000,DENIED,CONTINUE_EVICT",
        "0,08000,UNREACHABLE,MUST_EVICT", "1021,HY000,FULL,MUST_EVICT", "1180,HY000,BROKEN,MUST_EVICT"})
    void codes_of_mariadb_say_what_has_failed(int code, String state, DatabaseFailure kind, Override override) {
        var failure = new SQLException("other words", state, code);

        assertEquals(kind, DatabaseFailure.of(new PersistenceException(failure)));
        assertEquals(override, new BrokenConnectionEviction(met -> { }).adjudicate(failure));
    }

    @Test void a_failure_of_a_trigger_is_none_of_the_database() {
        assertNull(DatabaseFailure.of(new SQLTransientConnectionException("(conn=1) not today", "45000", 1644)));
    }

    @Test void a_batch_tells_its_reason_beside_its_causes() {
        var batch = new BatchUpdateException("a batch failed", new int[0]);
        batch.setNextException(new SQLException("other words", "40001", 1213));

        assertEquals(DatabaseFailure.CONFLICT, DatabaseFailure.of(new PersistenceException(batch)));
    }

    @Test void a_pool_without_a_free_connection_is_a_database_that_cannot_be_reached() {
        var failure = new PersistenceException(new SQLTransientConnectionException("none is free"));

        assertEquals(DatabaseFailure.UNREACHABLE, DatabaseFailure.of(failure));
    }

    @Test void a_failed_commit_leaves_the_outcome_unknown() {
        var failure = new CommitFailedException(new SQLiteException("other words", SQLiteErrorCode.SQLITE_FULL));

        assertEquals(DatabaseFailure.OUTCOME_UNKNOWN, DatabaseFailure.of(new PersistenceException(failure)));
    }

    @Test void a_wrong_statement_or_a_bug_is_no_failure_of_the_database() {
        assertNull(DatabaseFailure.of(new PersistenceException(new SQLException("syntax error", "42000", 1064))));
        assertNull(DatabaseFailure.of(new SQLiteException("not unique", SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE)));
        assertNull(DatabaseFailure.of(new IllegalStateException("SQLITE_BUSY")));
    }
}

package profiles.database;

import io.ebean.AcquireLockException;
import io.ebean.DataIntegrityException;
import io.ebean.DuplicateKeyException;
import io.ebean.Query;
import io.ebean.platform.sqlite.SQLitePlatform;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite as Ebean should see it: its errors by their kind, as other databases tell them, and no "for update", which a writer needs not. */
final class SqliteDialect extends SQLitePlatform {

    SqliteDialect() {
        exceptionTranslator = SqliteDialect::kind;
    }

    @Override
    protected String withForUpdate(String sql, Query.LockWait wait, Query.LockType type) {
        return sql;
    }

    private static PersistenceException kind(String message, SQLException error) {
        var code = error instanceof SQLiteException told ? told.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY -> new DuplicateKeyException(message, error);
            case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED -> new AcquireLockException(message, error);
            default -> (code.code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                ? new DataIntegrityException(message, error) : new PersistenceException(message, error);
        };
    }
}

package profiles.web;

import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Tells a full disk from other failures to write: the system and the databases have words for it, but no type. */
final class DiskFull {
    /** ENOSPC, EDQUOT and EFBIG of Linux; Windows; SQLite, which ends the transaction itself then, so that the rollback complains instead. */
    private static final Pattern WORDS = Pattern.compile("No space left on device|quota exceeded|File too large|not enough space|SQLITE_FULL"
        + "|cannot rollback - no transaction is active", Pattern.CASE_INSENSITIVE);
    /** ER_DISK_FULL and ER_RECORD_FILE_FULL of MariaDB. */
    private static final int MARIADB_DISK = 1021, MARIADB_TABLE = 1114;

    private DiskFull() {
    }

    static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) if (tells(cause)) return true;
        return false;
    }

    private static boolean tells(Throwable cause) {
        if (cause instanceof SQLException sql && (sql.getErrorCode() == MARIADB_DISK || sql.getErrorCode() == MARIADB_TABLE)) return true;
        return (cause instanceof IOException || cause instanceof SQLException) && WORDS.matcher(String.valueOf(cause.getMessage())).find();
    }
}

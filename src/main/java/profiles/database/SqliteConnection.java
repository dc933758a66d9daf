package profiles.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection to SQLite that begins a transaction when it is asked to, and only then. The driver's own takes a transaction for begun whose
 * BEGIN has failed (xerial/sqlite-jdbc#683), and begins another one inside of each commit: if that fails, a commit that succeeded looks as
 * if it had failed.
 */
final class SqliteConnection extends JDBC4Connection {
    private boolean begun;

    SqliteConnection(String url, Properties settings) throws SQLException {
        super(url, url.substring(JDBC.PREFIX.length()), settings);
    }

    @Override
    public void setAutoCommit(boolean on) throws SQLException {
        if (on == getAutoCommit()) return;
        if (on) end("commit");
        else begin();
        getConnectionConfig().setAutoCommit(on);
    }

    @Override
    public void commit() throws SQLException {
        end("commit");
    }

    @Override
    public void rollback() throws SQLException {
        try {
            end("rollback");
        } catch (SQLiteException ended) {
            // After some errors SQLite has rolled back by itself: https://www.sqlite.org/lang_transaction.html, 3.
            if (ended.getResultCode() != SQLiteErrorCode.SQLITE_ERROR) throw ended;
            begun = false;
        }
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        beginNext();
        return super.createStatement(type, concurrency, holdability);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability) throws SQLException {
        beginNext();
        return super.prepareStatement(sql, type, concurrency, holdability);
    }

    /** After a commit JDBC goes on with the next transaction. */
    private void beginNext() throws SQLException {
        if (!getAutoCommit() && !begun) begin();
    }

    private void begin() throws SQLException {
        getDatabase().exec("begin immediate", false);
        begun = true;
    }

    private void end(String how) throws SQLException {
        if (!begun) return;
        getDatabase().exec(how, false);
        begun = false;
    }
}

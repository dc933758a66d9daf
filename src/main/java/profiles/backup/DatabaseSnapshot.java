package profiles.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import profiles.config.DatabaseConfig;
import profiles.database.ConnectionPools;

/** The database as it is at one moment, whatever is committed meanwhile: one transaction that only reads. */
final class DatabaseSnapshot implements AutoCloseable {
    /** Rows of a server that are here at once. */
    private static final int ROWS = 200;

    private final Connection connection;
    private final boolean sqlite;

    private DatabaseSnapshot(Connection connection, boolean sqlite) {
        this.connection = connection;
        this.sqlite = sqlite;
    }

    static DatabaseSnapshot of(DatabaseConfig database) throws SQLException {
        var snapshot = new DatabaseSnapshot(ConnectionPools.connect(database), database.sqlite());
        try {
            snapshot.begin();
            return snapshot;
        } catch (SQLException failed) {
            snapshot.close();
            throw failed;
        }
    }

    /** A read transaction of SQLite begins with its first question; in WAL mode it keeps no writer waiting. */
    private void begin() throws SQLException {
        if (!sqlite) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            execute("start transaction with consistent snapshot, read only");
            return;
        }
        execute("pragma query_only = true");
        connection.setAutoCommit(false);
        execute("select count(*) from sqlite_master");
    }

    /** Takes the rows of a question, one after the other. */
    interface Reader {
        void read(ResultSet rows) throws SQLException;
    }

    void read(String sql, Reader reader) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS);
            try (var rows = statement.executeQuery(sql)) {
                reader.read(rows);
            }
        }
    }

    /**
     * The id that the table's next row gets: one that was given is never given again, as the trail names people by it. @return 0 for none
     */
    long next(String table) throws SQLException {
        var next = new long[1];
        read(sqlite ? "select seq + 1 from sqlite_sequence where name = '" + table + "'"
            : "select auto_increment from information_schema.tables where table_schema = database() and table_name = '" + table + "'",
            rows -> {
                if (rows.next()) next[0] = rows.getLong(1);
            });
        return next[0];
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

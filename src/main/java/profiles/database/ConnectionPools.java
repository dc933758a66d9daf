package profiles.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig;
import profiles.config.DatabaseConfig;

/** The connections to the database: some that write, some that only read. @param writes whether those that write succeed */
public record ConnectionPools(HikariDataSource writers, HikariDataSource readers, WriteState writes) implements AutoCloseable {

    private static final int SERVER_CONNECTIONS = 10, SQLITE_READERS = 4, BUSY_MILLIS = 10_000;
    /** A pool returns to the first node of a cluster by the connections that it makes anew. */
    private static final int SERVER_LIFETIME_MILLIS = 300_000, VALIDATION_MILLIS = 2_000;

    public static ConnectionPools open(DatabaseConfig database) {
        return database.sqlite() ? sqlite(database) : mariadb(database);
    }

    /**
     * One writer, since SQLite has one at a time and its queue is fairer in the pool than in the file's lock. Auto-commit is on, and each
     * transaction begins IMMEDIATE: see {@link SqliteConnection}.
     */
    private static ConnectionPools sqlite(DatabaseConfig database) {
        var writes = pragmas();
        writes.setJournalMode(JournalMode.WAL);
        writes.setSynchronous(SynchronousMode.FULL);
        var writer = pool("writer", 1);
        writer.setDataSource(new SqliteDataSource(database.url(), writes));
        writer.setMaxLifetime(0);

        var readers = pool("readers", SQLITE_READERS);
        readers.setDataSource(new SqliteDataSource(database.url(), pragmas()));
        readers.setConnectionInitSql("pragma query_only = true");
        return of(writer, readers);
    }

    private static SQLiteConfig pragmas() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private static ConnectionPools mariadb(DatabaseConfig database) {
        var source = source(database);
        var writers = server("writers", source);
        writers.setAutoCommit(false);
        var readers = server("readers", source);
        readers.setReadOnly(true);
        var pools = of(writers, readers);
        // With connections to two nodes of a cluster, this copy would be in its own way.
        source.onMove(pools::renew);
        return pools;
    }

    private static ConnectionPools of(HikariConfig writers, HikariConfig readers) {
        var writes = new WriteState();
        writers.setExceptionOverride(new BrokenConnectionEviction(writes::failed));
        readers.setExceptionOverride(new BrokenConnectionEviction(kind -> { }));
        return new ConnectionPools(new WriterPool(writers, writes), new HikariDataSource(readers), writes);
    }

    private static FailoverDataSource source(DatabaseConfig database) {
        try {
            return FailoverDataSource.of(database);
        } catch (SQLException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static HikariConfig server(String name, FailoverDataSource source) {
        var pool = pool(name, SERVER_CONNECTIONS);
        pool.setDataSource(source);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setMaxLifetime(SERVER_LIFETIME_MILLIS);
        pool.setIdleTimeout(SERVER_LIFETIME_MILLIS / 2);
        pool.setValidationTimeout(VALIDATION_MILLIS);
        return pool;
    }

    private void renew() {
        for (var pool : new HikariDataSource[] {writers, readers}) pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** A connection outside the pools, for work that may be long; autocommit is on. */
    public static Connection connect(DatabaseConfig database) throws SQLException {
        return database.sqlite() ? DriverManager.getConnection(database.url()) : FailoverDataSource.connectForLong(database);
    }

    /** Lets the statements of a pool's connection take long, until it goes back. SQLite has no such limit. */
    static void allowLong(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(org.mariadb.jdbc.Connection.class)) return;
        connection.setNetworkTimeout(Runnable::run, FailoverDataSource.LONG_SILENCE);
        try (var statement = connection.createStatement()) {
            statement.execute("set session lock_wait_timeout = " + FailoverDataSource.LONG_SILENCE / 1000);
        }
    }

    private static HikariConfig pool(String name, int size) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(5_000);
        return pool;
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}

package profiles.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import profiles.DatabaseConfig;

/** The connections to the database: some that write, some that only read. */
public record Pools(HikariDataSource writers, HikariDataSource readers) implements AutoCloseable {

    private static final int SERVER_CONNECTIONS = 10, SQLITE_READERS = 4, BUSY_MILLIS = 10_000;

    public static Pools open(DatabaseConfig database) {
        return database.sqlite() ? sqlite(database) : mariadb(database);
    }

    /**
     * One writer, since SQLite has one at a time and its queue is fairer in the pool than in the file's lock. Auto-commit is on and each
     * transaction begins IMMEDIATE: with it off, the driver begins the next transaction inside a commit, and acknowledged work is lost.
     */
    private static Pools sqlite(DatabaseConfig database) {
        var writes = pragmas();
        writes.setTransactionMode(TransactionMode.IMMEDIATE);
        writes.setJournalMode(JournalMode.WAL);
        writes.setSynchronous(SynchronousMode.FULL);
        var writer = pool("writer", 1);
        writer.setDataSource(new SqliteSource(database.url(), writes));
        writer.setMaxLifetime(0);

        var readers = pool("readers", SQLITE_READERS);
        readers.setDataSource(new SqliteSource(database.url(), pragmas()));
        readers.setConnectionInitSql("pragma query_only = true");
        return new Pools(new HikariDataSource(writer), new HikariDataSource(readers));
    }

    private static SQLiteConfig pragmas() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private static Pools mariadb(DatabaseConfig database) {
        var writers = server("writers", database);
        writers.setAutoCommit(false);
        var readers = server("readers", database);
        readers.setReadOnly(true);
        for (var each : new HikariConfig[] {writers, readers}) {
            each.addDataSourceProperty("useServerPrepStmts", "true");
            each.addDataSourceProperty("connectionTimeZone", "UTC");
            each.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
            each.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        }
        return new Pools(new HikariDataSource(writers), new HikariDataSource(readers));
    }

    private static HikariConfig server(String name, DatabaseConfig database) {
        var pool = pool(name, SERVER_CONNECTIONS);
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        return pool;
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

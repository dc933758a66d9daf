package profiles.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import profiles.DatabaseConfig;

/** The connections to the database: some that write, some that only read. */
public record Pools(HikariDataSource writers, HikariDataSource readers) implements AutoCloseable {

    private static final int SERVER_CONNECTIONS = 10, SQLITE_READERS = 4;

    public static Pools open(DatabaseConfig database) {
        return database.sqlite() ? sqlite(database) : mariadb(database);
    }

    /**
     * One writer, since SQLite has one at a time and its queue is fairer in the pool than in the file's lock. Auto-commit is on and each
     * transaction begins IMMEDIATE: with it off, the driver begins the next transaction inside a commit, and acknowledged work is lost.
     */
    private static Pools sqlite(DatabaseConfig database) {
        var writer = pool("writer", database, 1);
        writer.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        writer.addDataSourceProperty("journal_mode", "WAL");
        writer.addDataSourceProperty("synchronous", "FULL");
        writer.setMaxLifetime(0);

        var readers = pool("readers", database, SQLITE_READERS);
        readers.setConnectionInitSql("pragma query_only = true");
        for (var each : new HikariConfig[] {writer, readers}) {
            each.addDataSourceProperty("foreign_keys", "true");
            each.addDataSourceProperty("busy_timeout", "10000");
        }
        return new Pools(new HikariDataSource(writer), new HikariDataSource(readers));
    }

    private static Pools mariadb(DatabaseConfig database) {
        var writers = pool("writers", database, SERVER_CONNECTIONS);
        writers.setAutoCommit(false);
        var readers = pool("readers", database, SERVER_CONNECTIONS);
        readers.setReadOnly(true);
        for (var each : new HikariConfig[] {writers, readers}) {
            each.addDataSourceProperty("useServerPrepStmts", "true");
            each.addDataSourceProperty("connectionTimeZone", "UTC");
            each.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
            each.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        }
        return new Pools(new HikariDataSource(writers), new HikariDataSource(readers));
    }

    private static HikariConfig pool(String name, DatabaseConfig database, int size) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
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

package profiles.database;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock between all copies of the service on one database, also on different nodes of a Galera cluster, where {@code GET_LOCK} is local to
 * a node: a row with an end, which is put off while the lock is held. After a crash it lapses.
 */
final class DatabaseLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseLease.class);
    /** Longer than the clocks of two machines may differ, by far more than a renewal may be late. */
    private static final Duration LENGTH = Duration.ofMinutes(1), RENEWAL = Duration.ofSeconds(10);

    private final DataSource source;
    private final String name;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "lease");
        daemon.setDaemon(true);
        return daemon;
    });

    private DatabaseLease(DataSource source, String name, Clock clock) {
        this.source = source;
        this.name = name;
        this.clock = clock;
    }

    /** Creates the table before the first migration, which itself needs a lock. The step that creates it is repeated in its turn. */
    static void createTable(DataSource source, String platform) throws SQLException {
        try (var connection = source.getConnection()) {
            try (var table = connection.getMetaData().getTables(connection.getCatalog(), null, "service_lock", null)) {
                if (table.next()) return;
            }
            try (var statement = connection.createStatement()) {
                for (var sql : MigrationFiles.statements(platform, "lock")) statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException failed) {
            // Another copy creates it at this moment, on another node.
            if (DatabaseFailure.of(failed) != DatabaseFailure.CONFLICT) throw failed;
        }
    }

    /** @param source of connections that write @param name of a row that is there @return null while another holds it */
    static DatabaseLease take(DataSource source, String name, Clock clock) throws SQLException {
        var lease = new DatabaseLease(source, name, clock);
        if (!lease.taken()) {
            lease.renewal.shutdownNow();
            return null;
        }
        lease.renewal.scheduleWithFixedDelay(lease::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        return lease;
    }

    private boolean taken() throws SQLException {
        try {
            return update("owner = ?, expires = ? where name = ? and expires < ?", owner, end(), name, clock.millis()) == 1;
        } catch (SQLException failed) {
            if (DatabaseFailure.of(failed) == DatabaseFailure.CONFLICT) return false;
            throw failed;
        }
    }

    private long end() {
        return clock.millis() + LENGTH.toMillis();
    }

    private void renew() {
        try {
            update("expires = ? where name = ? and owner = ?", end(), name, owner);
        } catch (SQLException failed) {
            LOG.warn("The lock \"{}\" could not be kept ({})", name, failed.getMessage());
        }
    }

    private int update(String change, Object... values) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.prepareStatement("update service_lock set " + change)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            var count = statement.executeUpdate();
            if (!connection.getAutoCommit()) connection.commit();
            return count;
        }
    }

    /** One that cannot be given back lapses. */
    @Override
    public void close() {
        renewal.shutdownNow();
        try {
            update("expires = 0 where name = ? and owner = ?", name, owner);
        } catch (SQLException failed) {
            LOG.warn("The lock \"{}\" stays for a minute more ({})", name, failed.getMessage());
        }
    }
}

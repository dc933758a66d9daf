package profiles.database;

import io.ebean.migration.MigrationConfig;
import io.ebean.migration.MigrationContext;
import io.ebean.migration.MigrationException;
import io.ebean.migration.MigrationRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import profiles.config.StartupException;

/**
 * Brings the tables of a database to what this jar needs: each step once, one service at a time. Every step can be repeated, since MariaDB
 * keeps the first half of one that fails; so the first step also suits a database that Django has filled.
 */
public final class Migrations {

    private static final String PATH = "dbmigration";
    private static final String LOCK = "migration";
    private static final Duration LONGEST = Duration.ofMinutes(10), PAUSE = Duration.ofMillis(200);

    private final DataSource writers;
    private final String platform;

    public Migrations(DataSource writers, boolean sqlite) {
        this.writers = writers;
        this.platform = sqlite ? "sqlite" : "mariadb";
    }

    /** @throws StartupException for a database of a newer version or of another program's shape, and if a step fails */
    public void run() {
        try (var connection = writers.getConnection()) {
            DjangoSchemaCheck.refuseOtherShapes(connection);
        } catch (SQLException failed) {
            throw new StartupException("Profiles cannot start: the database cannot be read (" + failed.getMessage() + ")");
        }
        run(PATH);
    }

    /**
     * Does these steps and no others: for the rows of an older release.
     *
     * @param versions some of {@link #versions}
     * @throws StartupException as {@link #run} does
     */
    public void runOnly(Collection<String> versions) {
        try (var steps = MigrationFiles.of(platform, versions)) {
            run(steps.path());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void run(String path) {
        try (var lock = platform.equals("mariadb") && !missing().isEmpty() ? lock() : null; var connection = writers.getConnection()) {
            ConnectionPools.allowLong(connection);
            refuseNewer(connection);
            new MigrationRunner(config(path)).run(context(connection));
            if (platform.equals("mariadb")) DatabaseCharset.convertOwn(connection);
        } catch (SQLException | MigrationException failed) {
            throw new StartupException("Profiles cannot start: the database cannot be migrated (" + rootOf(failed).getMessage() + ")");
        }
    }

    /** @return the versions of the steps that are still to be done, in order @throws StartupException as {@link #run} does */
    public List<String> missing() {
        try (var connection = writers.getConnection()) {
            refuseNewer(connection);
            var done = done(connection);
            return versions().stream().filter(version -> !done.contains(version)).toList();
        } catch (SQLException failed) {
            throw new StartupException("Profiles cannot start: the database cannot be read (" + failed.getMessage() + ")");
        }
    }

    private void refuseNewer(Connection connection) throws SQLException {
        var unknown = done(connection);
        unknown.removeAll(versions());
        if (unknown.isEmpty()) return;
        throw new StartupException("Profiles cannot start: the database is of a newer version than this jar (its steps "
            + String.join(", ", unknown)
            + " are not known here). Start the newer jar, or restore the database's copy from before the upgrade.");
    }

    private static Set<String> done(Connection connection) throws SQLException {
        var versions = new TreeSet<String>();
        try (var table = connection.getMetaData().getTables(connection.getCatalog(), null, "db_migration", null)) {
            if (!table.next()) return versions;
        }
        try (var query = connection.createStatement(); var rows = query.executeQuery(
            "select mversion from db_migration where mversion <> '0'")) {
            while (rows.next()) versions.add(rows.getString(1));
        }
        return versions;
    }

    public List<String> versions() {
        return MigrationFiles.versions(platform);
    }

    private MigrationConfig config(String path) {
        var config = new MigrationConfig();
        config.setMigrationPath(path);
        config.setEarlyChecksumMode(true);
        config.setBasePlatform(platform);
        config.setPlatform(platform);
        // These say utf8mb4 now, which changes nothing where they were run.
        config.setPatchResetChecksumOn(Set.of("1.0", "1.1", "1.3", "1.4", "1.5"));
        return config;
    }

    private MigrationContext context(Connection connection) {
        return new MigrationContext() {
            @Override public Connection connection() { return connection; }
            @Override public String migrationPath() { return PATH; }
            @Override public String platform() { return platform; }
            @Override public String basePlatform() { return platform; }
        };
    }

    /** Ebean's own lock is local to a node of a cluster. SQLite's file has one writer anyway. */
    private DatabaseLease lock() throws SQLException {
        DatabaseLease.createTable(writers, platform);
        for (var begin = System.nanoTime(); System.nanoTime() - begin < LONGEST.toNanos(); LockSupport.parkNanos(PAUSE.toNanos())) {
            var lock = DatabaseLease.take(writers, LOCK, Clock.systemUTC());
            if (lock != null) return lock;
        }
        throw new StartupException("Profiles cannot start: another copy of the service has been migrating the database for "
            + LONGEST.toMinutes() + " minutes");
    }

    private static Throwable rootOf(Throwable error) {
        return error.getCause() == null ? error : rootOf(error.getCause());
    }
}

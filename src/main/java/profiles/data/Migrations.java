package profiles.data;

import io.ebean.migration.MigrationConfig;
import io.ebean.migration.MigrationContext;
import io.ebean.migration.MigrationException;
import io.ebean.migration.MigrationRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import profiles.CannotStart;

/**
 * Brings the tables of a database to what this jar needs: each step once, one service at a time. Every step can be repeated, since MariaDB
 * keeps the first half of one that fails; so the first step also suits a database that Django has filled.
 */
public final class Migrations {

    private static final String PATH = "dbmigration";
    /** One fixed name, whatever the URL's spelling: Ebean's own lock is named after the URL. */
    private static final String LOCK = "'profiles_migrations'";

    private final DataSource writers;
    private final String platform;

    public Migrations(DataSource writers, boolean sqlite) {
        this.writers = writers;
        this.platform = sqlite ? "sqlite" : "mariadb";
    }

    /** @throws CannotStart when the database was made by a newer version of this service, or a step fails */
    public void run() {
        run(PATH);
    }

    /**
     * Does these steps and no others: for the rows of an older release.
     *
     * @param versions some of {@link #versions}
     * @throws CannotStart as {@link #run} does
     */
    public void runOnly(Collection<String> versions) {
        try (var steps = StepFiles.of(platform, versions)) {
            run(steps.path());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void run(String path) {
        try (var connection = writers.getConnection()) {
            lock(connection);
            try {
                refuseNewer(connection);
                new MigrationRunner(config(path)).run(context(connection));
            } finally {
                unlock(connection);
            }
        } catch (SQLException | MigrationException failed) {
            throw new CannotStart("Profiles cannot start: the database cannot be migrated (" + rootOf(failed).getMessage() + ")");
        }
    }

    /** @return the versions of the steps that are still to be done, in order @throws CannotStart as {@link #run} does */
    public List<String> missing() {
        try (var connection = writers.getConnection()) {
            refuseNewer(connection);
            var done = done(connection);
            return versions().stream().filter(version -> !done.contains(version)).toList();
        } catch (SQLException failed) {
            throw new CannotStart("Profiles cannot start: the database cannot be read (" + failed.getMessage() + ")");
        }
    }

    private void refuseNewer(Connection connection) throws SQLException {
        var unknown = done(connection);
        unknown.removeAll(versions());
        if (unknown.isEmpty()) return;
        throw new CannotStart("Profiles cannot start: the database is of a newer version than this jar (its steps " + String.join(", ", unknown)
            + " are not known here). Start the newer jar, or restore the database's copy from before the upgrade.");
    }

    private static Set<String> done(Connection connection) throws SQLException {
        var versions = new TreeSet<String>();
        try (var table = connection.getMetaData().getTables(connection.getCatalog(), null, "db_migration", null)) {
            if (!table.next()) return versions;
        }
        try (var query = connection.createStatement(); var rows = query.executeQuery("select mversion from db_migration where mversion <> '0'")) {
            while (rows.next()) versions.add(rows.getString(1));
        }
        return versions;
    }

    /** The versions of the steps in this jar, in order. */
    public List<String> versions() {
        return StepFiles.versions(platform);
    }

    private MigrationConfig config(String path) {
        var config = new MigrationConfig();
        config.setMigrationPath(path);
        config.setEarlyChecksumMode(true);
        config.setBasePlatform(platform);
        config.setPlatform(platform);
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

    private void lock(Connection connection) throws SQLException {
        if (platform.equals("mariadb")) execute(connection, "select get_lock(" + LOCK + ", 600)");
    }

    private void unlock(Connection connection) throws SQLException {
        if (platform.equals("mariadb")) execute(connection, "select release_lock(" + LOCK + ")");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Throwable rootOf(Throwable error) {
        return error.getCause() == null ? error : rootOf(error.getCause());
    }
}

package profiles.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import profiles.config.StartupException;
import profiles.database.ConnectionPools;
import profiles.database.DjangoSchemaCheck;
import profiles.profile.Fields;

/** Checks tables and files that Django has made, also beside the running service. */
final class DjangoDatabaseCheck {
    private DjangoDatabaseCheck() {
    }

    /** @return what the service cannot use */
    static List<CheckResult> of(ConnectionPools pools) {
        try (var connection = pools.writers().getConnection()) {
            return DjangoSchemaCheck.differences(connection).stream().map(difference ->
                CheckResult.failure(difference, "The manual's page \"From Django\" says which tables the service can use.")).toList();
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    /** On a database that has our tables, too. */
    static List<CheckResult> ofMigrated(ConnectionPools pools) {
        var results = new ArrayList<CheckResult>();
        try (var connection = pools.readers().getConnection()) {
            var foreign = 0L;
            for (var field : Fields.documents())
                foreign += count(connection, "profiles_profile where " + field.name() + " > '' and not exists "
                    + "(select 1 from media_file where media_key = " + field.name() + ")");
            if (foreign > 0) results.add(CheckResult.warning(
                foreign + " documents of profiles were not stored by the service, so it never deletes them.",
                "To see which, and to take them over: adopt --dry-run, adopt."));
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
        return results;
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static StartupException unreadable(SQLException failed) {
        return new StartupException("The database cannot be read (" + failed.getMessage() + ").");
    }
}

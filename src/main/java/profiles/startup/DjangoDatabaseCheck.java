package profiles.startup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import profiles.account.password.StoredHash;
import profiles.config.StartupException;
import profiles.database.ConnectionPools;
import profiles.database.DjangoSchemaCheck;
import profiles.database.SharedDatabase;
import profiles.profile.Fields;
import profiles.profile.leaving.DjangoRows;

/** Checks tables and files that Django has made, also beside the running service. */
final class DjangoDatabaseCheck {
    private static final long MEGABYTE = 1024 * 1024;
    private static final int HEAP_MEGABYTES = 64;

    private final Connection connection;
    private final List<CheckResult> results = new ArrayList<>();

    private DjangoDatabaseCheck(Connection connection) {
        this.connection = connection;
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

    /** On a database that has our tables, too. @return what will hurt later */
    static List<CheckResult> ofMigrated(ConnectionPools pools) {
        try (var connection = pools.readers().getConnection()) {
            var check = new DjangoDatabaseCheck(connection);
            check.checkFiles();
            check.checkReferences();
            check.checkPasswords();
            return check.results;
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    private void checkFiles() throws SQLException {
        var foreign = 0L;
        for (var field : Fields.documents())
            foreign += count("profiles_profile where " + field.name() + " > '' and not exists "
                + "(select 1 from media_file where media_key = " + field.name() + ")");
        if (foreign > 0) results.add(CheckResult.warning(
            foreign + " documents of profiles were not stored by the service, so it never deletes them.",
            "To see which, and to take them over: adopt --dry-run, adopt."));
    }

    /** Rows of other tables end with an account, or keep it. */
    private void checkReferences() throws SQLException {
        var cascading = new TreeSet<String>();
        var blocking = new TreeSet<String>();
        try (var keys = connection.getMetaData().getExportedKeys(connection.getCatalog(), null, "auth_user")) {
            while (keys.next()) {
                var table = keys.getString("FKTABLE_NAME").toLowerCase(Locale.ROOT);
                if (SharedDatabase.isKnown(table) || DjangoRows.tables().contains(table)) continue;
                (keys.getShort("DELETE_RULE") == DatabaseMetaData.importedKeyCascade ? cascading : blocking).add(table);
            }
        }
        if (!blocking.isEmpty()) results.add(CheckResult.warning("Rows of these tables keep an account from being deleted: "
            + String.join(", ", blocking) + ".", "Delete them first, or let their foreign keys cascade."));
        if (!cascading.isEmpty()) results.add(CheckResult.warning("Rows of these tables are deleted with their account: "
            + String.join(", ", cascading) + ".", "Copy them first if they must stay."));
    }

    /** Of the hashes that cannot be verified, each algorithm is named once, with the number of accounts. */
    private void checkPasswords() throws SQLException {
        var unreadable = new TreeMap<String, Integer>();
        var kibibytes = 0;
        try (var statement = connection.createStatement();
             var rows = statement.executeQuery("select password from auth_user where password not like '!%'")) {
            while (rows.next()) {
                var encoded = Objects.toString(rows.getString(1), "");
                var hash = StoredHash.read(encoded);
                if (hash == null) unreadable.merge(encoded.substring(0, Math.max(0, encoded.indexOf('$'))), 1, Integer::sum);
                else kibibytes = Math.max(kibibytes, hash.kibibytes());
            }
        }
        if (!unreadable.isEmpty()) results.add(CheckResult.warning("Passwords that cannot be verified, by algorithm: " + unreadable + ".",
            "Their owners ask for a new password by mail, or staff give them one."));
        var megabytes = kibibytes / 1024;
        if (megabytes > Runtime.getRuntime().maxMemory() / MEGABYTE / 2) results.add(CheckResult.warning(
            "The largest password hash needs " + megabytes + " MB, and Java has " + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB.",
            "Start Java with at least -Xmx" + (2 * megabytes + HEAP_MEGABYTES) + "m."));
    }

    private long count(String from) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static StartupException unreadable(SQLException failed) {
        return new StartupException("The database cannot be read (" + failed.getMessage() + ").");
    }
}

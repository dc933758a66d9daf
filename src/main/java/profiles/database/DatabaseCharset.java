package profiles.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.config.StartupException;

/** The charsets of MariaDB's tables. They should be utf8mb4, which alone holds every character; old servers made tables of others. */
public final class DatabaseCharset {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCharset.class);
    public static final String NOT_ALL = "A table of the database cannot hold all characters: what has others is refused.";
    private static final List<String> DJANGO = List.of("auth_user", "profiles_profile");
    /** Made by us or by our libraries; what later migrations add says utf8mb4 itself. */
    private static final List<String> OWN = List.of("db_migration", "user_session", "user_token", "user_email", "mailed_link",
        "reset_request", "mail_outbox",
        "audit_event", "backup_hold", "search_noted");

    private DatabaseCharset() {
    }

    /** The statements that would convert Django's tables, which are not ours to change; empty when all is well. */
    public static List<String> repairs(DataSource source) {
        try (var connection = source.getConnection()) {
            return conversions(connection, DJANGO);
        } catch (SQLException failed) {
            throw new StartupException("Profiles cannot start: the database cannot be read (" + failed.getMessage() + ")");
        }
    }

    public static void warn(DataSource source) {
        repairs(source).forEach(repair -> LOG.warn("{} To mend it: {};", NOT_ALL, repair));
    }

    /** Of a database from before our tables said what they are. */
    static void convertOwn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var conversion : conversions(connection, OWN)) statement.execute(conversion);
        }
    }

    static boolean allHold(Connection connection) throws SQLException {
        return conversions(connection, Stream.concat(DJANGO.stream(), OWN.stream()).toList()).isEmpty();
    }

    private static List<String> conversions(Connection connection, List<String> tables) throws SQLException {
        var sql = "select t.table_name from information_schema.tables t where t.table_schema = database() and t.table_name in ("
            + String.join(", ", Collections.nCopies(tables.size(), "?"))
            + ") and (t.table_collation not like 'utf8mb4%' or exists (select 1 from information_schema.columns c"
            + " where c.table_schema = t.table_schema and c.table_name = t.table_name and c.character_set_name <> 'utf8mb4'))";
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < tables.size(); i++) query.setString(i + 1, tables.get(i));
            var conversions = new ArrayList<String>();
            var rows = query.executeQuery();
            while (rows.next()) conversions.add("alter table " + rows.getString(1) + " convert to character set utf8mb4");
            return conversions;
        }
    }
}

package profiles.database;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Singleton;

/** The tables that other programs have in our database, such as those of a Django project. */
@Singleton
public final class SharedDatabase {
    private static final Duration CACHED = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;
    /** Besides those of {@link DjangoSchemaCheck#OURS}. */
    private static final Set<String> OURS = Set.of("db_migration", "service_lock", "backup_restored");

    /** A text column of another program. */
    private record Column(String table, String name) {
    }

    private final ConnectionPools pools;
    private final Clock clock;
    private volatile boolean shared;
    private volatile Instant read = Instant.MIN;

    @Inject
    SharedDatabase(ConnectionPools pools, Clock clock) {
        this.pools = pools;
        this.clock = clock;
    }

    /** Whether other programs have tables here, whose texts may refer to files. It is asked anew once a minute. */
    public boolean isShared() {
        if (read.isAfter(clock.instant().minus(CACHED))) return shared;
        try (var connection = pools.readers().getConnection()) {
            shared = otherColumns(connection).stream().anyMatch(column -> !DjangoSchemaCheck.NEEDED.containsKey(lower(column.table)));
            read = clock.instant();
            return shared;
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    /** Searches whole tables. @return those of the texts that a text column of another program holds, and nothing else */
    public Set<String> mentioned(Collection<String> texts) {
        var found = new HashSet<String>();
        if (texts.isEmpty()) return found;
        try (var connection = pools.readers().getConnection()) {
            ConnectionPools.allowLong(connection);
            var all = List.copyOf(texts);
            for (var column : otherColumns(connection))
                for (int i = 0; i < all.size(); i += AT_ONCE)
                    found.addAll(held(connection, column, all.subList(i, Math.min(all.size(), i + AT_ONCE))));
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
        // The column's collation may find others equal.
        found.retainAll(texts);
        return found;
    }

    private static Set<String> held(Connection connection, Column column, List<String> texts) throws SQLException {
        var quote = connection.getMetaData().getIdentifierQuoteString();
        var name = quote + column.name + quote;
        // A column of another charset cannot be compared with all characters.
        var text = quote.equals("`") ? "convert(" + name + " using utf8mb4)" : name;
        var found = new HashSet<String>();
        try (var query = connection.prepareStatement("select " + name + " from " + quote + column.table + quote + " where " + text
            + " in (" + String.join(", ", Collections.nCopies(texts.size(), "?")) + ")")) {
            for (int i = 0; i < texts.size(); i++) query.setString(i + 1, texts.get(i));
            try (var rows = query.executeQuery()) {
                while (rows.next()) found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static List<Column> otherColumns(Connection connection) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var rows = connection.getMetaData().getColumns(connection.getCatalog(), null, "%", "%")) {
            while (rows.next()) {
                var table = lower(rows.getString("TABLE_NAME"));
                var name = rows.getString("COLUMN_NAME");
                if (isOther(table, name) && rows.getString("TYPE_NAME").toUpperCase(Locale.ROOT).matches(DjangoSchemaCheck.TEXT))
                    columns.add(new Column(rows.getString("TABLE_NAME"), name));
            }
        }
        return columns;
    }

    private static boolean isOther(String table, String column) {
        var needed = DjangoSchemaCheck.NEEDED.get(table);
        if (needed != null) return !needed.containsKey(lower(column));
        return !isKnown(table);
    }

    /** Whether a table is one of ours, or the database's own. @param table in lower case */
    public static boolean isKnown(String table) {
        return DjangoSchemaCheck.NEEDED.containsKey(table) || DjangoSchemaCheck.OURS.contains(table) || OURS.contains(table)
            || table.startsWith("sqlite_");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package profiles.backup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import profiles.config.DatabaseConfig;
import profiles.database.ConnectionPools;

/**
 * Puts the rows of a backup into empty tables, all or none: one transaction. References are not looked at, so that tables may come in any
 * order.
 */
final class TableImport implements AutoCloseable {
    private final Connection connection;
    private final boolean sqlite;
    private final List<String> tables;
    private final Set<String> filled = new TreeSet<>();

    /**
     * A connection of its own: with the pool's transactions of SQLite, work that was acknowledged may be lost, see {@link
     * profiles.database.ConnectionPools}.
     */
    TableImport(DatabaseConfig database, List<String> tables) throws SQLException {
        this.sqlite = database.sqlite();
        this.tables = tables;
        this.connection = ConnectionPools.connect(database);
        execute(sqlite ? "pragma foreign_keys = off" : "set foreign_key_checks = 0");
    }

    /** The ids that come next, by table; before the rows, since MariaDB commits what is under way. */
    void next(Map<String, Long> ids) throws SQLException, IOException {
        for (var each : ids.entrySet()) {
            check(each.getKey());
            if (!sqlite) execute("alter table " + each.getKey() + " auto_increment = " + each.getValue());
            else {
                execute("delete from sqlite_sequence where name = '" + each.getKey() + "'");
                execute("insert into sqlite_sequence (name, seq) values ('" + each.getKey() + "', " + (each.getValue() - 1) + ")");
            }
        }
        connection.setAutoCommit(false);
    }

    void piece(String table, InputStream bytes) throws SQLException, IOException {
        check(table);
        filled.add(table);
        try (var from = ColumnValues.JSON.createParser(bytes)) {
            from.nextToken();
            var columns = columns(from);
            var sql = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
            try (var into = connection.prepareStatement(sql)) {
                while (from.nextToken() == JsonToken.START_ARRAY) row(from, into, columns.size());
                into.executeBatch();
            }
        }
    }

    /** A backup is no way to write elsewhere. */
    private void check(String table) throws IOException {
        if (!tables.contains(table)) throw new IOException("not a table of ours: " + table);
    }

    private static List<String> columns(JsonParser from) throws IOException {
        var names = new ArrayList<String>();
        while (from.nextToken() != JsonToken.END_ARRAY) names.add(from.getText());
        if (!names.stream().allMatch(name -> name.matches("[a-z][a-z0-9_]*"))) throw new IOException("not columns: " + names);
        return names;
    }

    private static void row(JsonParser from, PreparedStatement into, int columns) throws SQLException, IOException {
        for (int column = 1; column <= columns; column++) ColumnValues.read(from, from.nextToken(), into, column);
        if (from.nextToken() != JsonToken.END_ARRAY) throw new IOException("more values than columns");
        into.addBatch();
    }

    /**
     * @param record is saved with the rows
     * @param now    in UTC
     * @throws IOException when there are not just as many rows as were to come: some are missing, or a service has begun to fill the
     * tables, too
     */
    void commit(long rows, RestoreRecord record, String now) throws SQLException, IOException {
        var there = 0L;
        for (var table : filled) there += count(table);
        if (there != rows) throw new IOException("there would be " + there + " rows, and not the " + rows
            + " of the backup, as when a service runs on this database");
        record.save(connection, now);
        connection.commit();
    }

    private long count(String table) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Without a commit, nothing was. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) connection.rollback();
        }
    }
}

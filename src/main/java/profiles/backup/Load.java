package profiles.backup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import profiles.DatabaseConfig;

/** Puts the rows of a backup into empty tables, all or none: one transaction. References are not looked at, so that tables may come in any order. */
final class Load implements AutoCloseable {
    private final Connection connection;
    private final boolean sqlite;
    private long rows;

    /** A connection of its own: with the pool's transactions of SQLite, work that was acknowledged may be lost, see {@link profiles.data.Pools}. */
    Load(DatabaseConfig database) throws SQLException {
        this.sqlite = database.sqlite();
        this.connection = DriverManager.getConnection(database.url(), database.login());
        execute(sqlite ? "pragma foreign_keys = off" : "set foreign_key_checks = 0");
    }

    /** The ids that come next, by table; before the rows, since MariaDB commits what is under way. */
    void next(Map<String, Long> ids) throws SQLException {
        for (var each : ids.entrySet()) {
            if (!sqlite) execute("alter table " + each.getKey() + " auto_increment = " + each.getValue());
            else {
                execute("delete from sqlite_sequence where name = '" + each.getKey() + "'");
                execute("insert into sqlite_sequence (name, seq) values ('" + each.getKey() + "', " + (each.getValue() - 1) + ")");
            }
        }
        connection.setAutoCommit(false);
    }

    void piece(String table, InputStream bytes) throws SQLException, IOException {
        try (var from = Values.JSON.createParser(bytes)) {
            from.nextToken();
            var columns = columns(from);
            var sql = "insert into " + table + " (" + String.join(", ", columns) + ") values (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
            try (var into = connection.prepareStatement(sql)) {
                while (from.nextToken() == JsonToken.START_ARRAY) row(from, into);
                into.executeBatch();
            }
        }
    }

    private static List<String> columns(JsonParser from) throws IOException {
        var names = new ArrayList<String>();
        while (from.nextToken() != JsonToken.END_ARRAY) names.add(from.getText());
        if (!names.stream().allMatch(name -> name.matches("[a-z][a-z0-9_]*"))) throw new IOException("not columns: " + names);
        return names;
    }

    private void row(JsonParser from, PreparedStatement into) throws SQLException, IOException {
        var column = 0;
        for (var token = from.nextToken(); token != JsonToken.END_ARRAY; token = from.nextToken()) Values.read(from, token, into, ++column);
        into.addBatch();
        rows++;
    }

    /** @return how many rows were loaded */
    long commit() throws SQLException {
        connection.commit();
        return rows;
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

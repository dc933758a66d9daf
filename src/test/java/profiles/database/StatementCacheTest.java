package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

class StatementCacheTest {
    private static final String ALL = "select word from words order by word", ONE = "select ?";

    @TempDir Path folder;
    private Connection connection, other;

    @BeforeEach void connect() throws SQLException {
        var url = "jdbc:sqlite:" + folder.resolve("words.db");
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        connection = new SqliteDataSource(url, config).getConnection();
        other = DriverManager.getConnection(url);
        tell(other, "create table words(word text primary key)");
        tell(other, "insert into words values ('one'), ('two')");
    }

    @AfterEach void close() throws SQLException {
        connection.close();
        other.close();
    }

    @Test void a_statement_is_prepared_once() throws SQLException {
        var first = used(ONE);

        assertSame(first, used(ONE));
        assertNotSame(first, used(ALL));
        assertSame(first, used(ONE));
    }

    @Test void the_parameters_of_before_are_forgotten() throws SQLException {
        try (var statement = connection.prepareStatement(ONE)) {
            statement.setString(1, "somebody's");
            assertEquals("somebody's", first(statement));
        }
        try (var statement = connection.prepareStatement(ONE)) {
            assertNull(first(statement));
        }
    }

    @Test void one_that_is_in_use_is_not_given_to_another() throws SQLException {
        try (var one = connection.prepareStatement(ONE); var two = connection.prepareStatement(ONE)) {
            one.setString(1, "one");
            two.setString(1, "two");
            assertEquals("one", first(one));
            assertEquals("two", first(two));
        }
        assertEquals("two", firstOf(ALL, 1));
    }

    @Test void rows_left_unread_do_not_hold_the_past() throws SQLException {
        var statement = connection.prepareStatement(ALL);
        assertTrue(statement.executeQuery().next());
        statement.close();

        assertNobodyReads();
    }

    /** Else the log of what was written could not be emptied. */
    private void assertNobodyReads() throws SQLException {
        tell(other, "insert into words values ('three')");
        try (var request = other.createStatement(); var told = request.executeQuery("pragma wal_checkpoint(truncate)")) {
            assertEquals(0, told.getInt(1), "somebody still reads");
        }
        assertEquals("three", firstOf(ALL, 1));
    }

    @Test void one_that_failed_is_prepared_anew() throws SQLException {
        var sql = "insert into words values (?)";
        PreparedStatement real;
        try (var statement = connection.prepareStatement(sql)) {
            real = statement.unwrap(JDBC4PreparedStatement.class);
            statement.setString(1, "one");
            assertThrows(SQLException.class, statement::executeUpdate);
        }
        assertTrue(real.isClosed());
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "four");
            assertEquals(1, statement.executeUpdate());
        }
    }

    @Test void what_was_set_for_once_holds_for_once() throws SQLException {
        try (var statement = connection.prepareStatement(ALL)) {
            statement.setMaxRows(1);
            assertEquals(1, count(statement));
        }
        try (var statement = connection.prepareStatement(ALL)) {
            assertEquals(2, count(statement));
        }
    }

    @Test void one_that_was_run_without_asking_for_its_rows_holds_nothing() throws SQLException {
        try (var statement = connection.prepareStatement(ALL)) {
            assertTrue(statement.execute());
        }

        assertNobodyReads();
    }

    @Test void one_without_its_parameter_is_not_kept() throws SQLException {
        PreparedStatement real;
        try (var statement = connection.prepareStatement(ONE)) {
            real = statement.unwrap(JDBC4PreparedStatement.class);
            assertThrows(RuntimeException.class, () -> statement.setString(7, "seven"));
        }
        assertTrue(real.isClosed());
    }

    @Test void inserts_leave_nothing_open() throws SQLException {
        for (var word : List.of("five", "six")) {
            try (var statement = connection.prepareStatement("insert into words values (?)")) {
                statement.setString(1, word);
                statement.executeUpdate();
            }
        }

        tell(connection, "vacuum");
    }

    @Test void they_are_told_apart() throws SQLException {
        try (var one = connection.prepareStatement(ONE); var two = connection.prepareStatement(ONE)) {
            assertEquals(one, one);
            assertNotEquals(one, two);
            one.close();
            assertFalse(one.toString().isEmpty());
        }
        assertEquals(connection, connection);
    }

    @Test void a_table_that_changed_is_seen() throws SQLException {
        assertEquals("two", firstOf(ALL, 1));

        tell(other, "drop table words");
        tell(other, "create table words(id integer, word text)");
        tell(other, "insert into words values (1, 'zero')");

        assertEquals("zero", firstOf(ALL, 0));
    }

    @Test void a_closed_one_is_closed_for_who_had_it() throws SQLException {
        var statement = connection.prepareStatement(ONE);
        assertFalse(statement.isClosed());
        statement.close();
        statement.close();

        assertTrue(statement.isClosed());
        assertThrows(SQLException.class, statement::executeQuery);
        var next = connection.prepareStatement(ONE);
        next.setString(1, "next");
        statement.close();
        assertEquals("next", first(next));
        next.close();
    }

    @Test void no_more_are_kept_than_the_service_needs() throws SQLException {
        var oldest = used("select 0");
        var real = new HashSet<PreparedStatement>();
        for (int i = 1; i <= StatementCache.MAX; i++) real.add(used("select " + i));

        assertTrue(oldest.isClosed());
        for (var each : real) assertFalse(each.isClosed());
    }

    @Test void it_ends_with_its_connection() throws SQLException {
        var real = used(ONE);
        connection.close();

        assertThrows(SQLException.class, real::executeQuery);
        assertTrue(connection.isClosed());
    }

    private PreparedStatement used(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.executeQuery().next();
            return statement.unwrap(JDBC4PreparedStatement.class);
        }
    }

    private String firstOf(String sql, int skipped) throws SQLException {
        try (var statement = connection.prepareStatement(sql); var rows = statement.executeQuery()) {
            for (int i = 0; i <= skipped; i++) assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private static String first(PreparedStatement statement) throws SQLException {
        var rows = statement.executeQuery();
        assertTrue(rows.next());
        return rows.getString(1);
    }

    private static int count(PreparedStatement statement) throws SQLException {
        int count = 0;
        for (var rows = statement.executeQuery(); rows.next();) count++;
        return count;
    }

    private static void tell(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

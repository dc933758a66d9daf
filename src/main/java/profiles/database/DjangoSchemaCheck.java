package profiles.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import profiles.config.StartupException;

/**
 * Compares the tables that Django has made with those that the service needs. It runs before the first migration, so that a database of
 * another shape is refused before anything is created in it.
 */
public final class DjangoSchemaCheck {
    private static final String USERS = "auth_user", PROFILES = "profiles_profile", MIGRATIONS = "db_migration";
    /** Our foreign keys to users are of this type, and MariaDB takes no other. */
    private static final String USER_KEY = "INT|INTEGER";
    static final String TEXT = "(N?VARCHAR|CHAR|CHARACTER|CLOB|(LONG|MEDIUM|TINY)?TEXT).*";
    private static final String KEY = "(INT|INTEGER|BIGINT|SMALLINT|MEDIUMINT).*",
        FLAG = KEY + "|(TINYINT|BOOL|BOOLEAN|BIT).*", TIME = "(DATETIME|TIMESTAMP).*";
    static final Map<String, Map<String, String>> NEEDED = Map.of(
        USERS, needed("id", USER_KEY, "password", TEXT, "last_login", TIME, "is_superuser", FLAG, "username", TEXT, "first_name", TEXT,
            "last_name", TEXT, "email", TEXT, "is_staff", FLAG, "is_active", FLAG, "date_joined", TIME),
        PROFILES, needed("id", KEY, "full_name", TEXT, "bio", TEXT, "cv", TEXT, "certificate", TEXT, "user_id", USER_KEY));
    /** Created by migrations. {@code service_lock} is not among them: after a crash of the first start it may be there alone. */
    static final List<String> OURS = List.of("user_session", "user_token", "user_email", "mailed_link", "reset_request",
        "mail_outbox", "mail_delivered", "audit_event", "backup_hold", "media_file", "search_entry", "search_word", "search_noted");

    /** A column as the database describes it. */
    private record Column(String name, String type, boolean isRequired) {
    }

    private final Connection connection;
    private final boolean sqlite;
    private final Map<String, Map<String, Column>> tables = new TreeMap<>();
    private final Set<String> views = new HashSet<>();
    private final List<String> differences = new ArrayList<>();

    private DjangoSchemaCheck(Connection connection) throws SQLException {
        this.connection = connection;
        this.sqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
        try (var rows = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (rows.next()) {
                if (rows.getString("TABLE_TYPE").equals("VIEW")) views.add(table(rows.getString("TABLE_NAME")));
                else tables.put(table(rows.getString("TABLE_NAME")), new LinkedHashMap<>());
            }
        }
    }

    /** @return one line for each difference; none for an empty database */
    public static List<String> differences(Connection connection) throws SQLException {
        var check = new DjangoSchemaCheck(connection);
        check.run();
        return check.differences;
    }

    /** @throws StartupException that names every difference, unless the service has migrated the database before */
    static void refuseOtherShapes(Connection connection) throws SQLException {
        var check = new DjangoSchemaCheck(connection);
        if (check.tables.containsKey(MIGRATIONS)) return;
        check.run();
        if (check.differences.isEmpty()) return;
        throw new StartupException("Profiles cannot start: it cannot use this database as it is. Nothing was changed.\n  "
            + String.join("\n  ", check.differences) + "\nThe manual's page \"From Django\" says what it needs.");
    }

    private void run() throws SQLException {
        for (var table : tables.entrySet()) readColumns(table.getKey(), table.getValue());
        var isDjango = tables.containsKey("django_migrations");
        for (var table : List.of(USERS, PROFILES)) {
            if (tables.containsKey(table)) compare(table);
            else if (isDjango || tables.containsKey(USERS) && !candidates(table).isEmpty())
                differences.add("The table " + table + " is missing." + candidates(table));
        }
        if (tables.containsKey(PROFILES) && tables.containsKey(USERS)) compareOwner();
        if (tables.containsKey(USERS) && !isUnique(USERS, "username")) differences.add("The column " + USERS + ".username is not unique.");
        if (!tables.containsKey(MIGRATIONS)) OURS.stream().filter(table -> tables.containsKey(table) || views.contains(table))
            .forEach(table -> differences.add("The name of the table " + table + " is taken."));
    }

    private void compare(String table) {
        var columns = tables.get(table);
        NEEDED.get(table).forEach((name, type) -> {
            var column = columns.get(name);
            if (column == null) differences.add("The column " + table + "." + name + " is missing.");
            else if (!column.type.matches(type)) differences.add("The column " + table + "." + name + " has the type " + column.type + ".");
        });
        columns.values().stream().filter(column -> column.isRequired && !NEEDED.get(table).containsKey(column.name)).forEach(column ->
            differences.add("The column " + table + "." + column.name
                + " needs a value (NOT NULL without a default), and the service writes none."));
    }

    /** Each user has one profile at most, and the profile belongs to a row of auth_user. */
    private void compareOwner() throws SQLException {
        try (var keys = connection.getMetaData().getImportedKeys(connection.getCatalog(), null, PROFILES)) {
            while (keys.next()) {
                var target = table(keys.getString("PKTABLE_NAME"));
                if (lower(keys.getString("FKCOLUMN_NAME")).equals("user_id") && !target.equals(USERS))
                    differences.add("The column " + PROFILES + ".user_id refers to " + target + ".");
            }
        }
        if (tables.get(PROFILES).containsKey("user_id") && !isUnique(PROFILES, "user_id"))
            differences.add("The column " + PROFILES + ".user_id is not unique.");
    }

    private boolean isUnique(String table, String column) throws SQLException {
        var indexes = new TreeMap<String, List<String>>();
        try (var rows = connection.getMetaData().getIndexInfo(connection.getCatalog(), null, table, true, false)) {
            while (rows.next()) {
                // SQLite's driver also returns indexes that are not unique.
                if (rows.getBoolean("NON_UNIQUE") || rows.getString("COLUMN_NAME") == null) continue;
                indexes.computeIfAbsent(rows.getString("INDEX_NAME"), name -> new ArrayList<>()).add(lower(rows.getString("COLUMN_NAME")));
            }
        }
        return indexes.containsValue(List.of(column));
    }

    /** Tables that may have the same purpose in a project of another shape. */
    private String candidates(String missing) {
        var found = tables.entrySet().stream().filter(table -> !NEEDED.containsKey(table.getKey()) && (missing.equals(USERS)
            ? table.getValue().keySet().containsAll(List.of("password", "last_login"))
            : table.getValue().containsKey("user_id") && table.getKey().matches(".*(profile|member|applicant|person).*")));
        var names = found.map(table -> table.getKey() + " has " + String.join(", ", table.getValue().keySet())).toList();
        return names.isEmpty() ? "" : " Perhaps it is another one here: " + String.join("; ", names) + ".";
    }

    private void readColumns(String table, Map<String, Column> columns) throws SQLException {
        try (var rows = connection.getMetaData().getColumns(connection.getCatalog(), null, table, "%")) {
            while (rows.next()) {
                // "_" in a name stands for any character there.
                if (!table(rows.getString("TABLE_NAME")).equals(table)) continue;
                var isRequired = "NO".equals(rows.getString("IS_NULLABLE")) && rows.getString("COLUMN_DEF") == null
                    && !"YES".equals(rows.getString("IS_AUTOINCREMENT")) && !"YES".equals(rows.getString("IS_GENERATEDCOLUMN"));
                var column = new Column(lower(rows.getString("COLUMN_NAME")), rows.getString("TYPE_NAME").toUpperCase(Locale.ROOT),
                    isRequired);
                columns.put(column.name, column);
            }
        }
    }

    private static Map<String, String> needed(String... namesAndTypes) {
        var columns = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndTypes.length; i += 2) columns.put(namesAndTypes[i], namesAndTypes[i + 1]);
        return columns;
    }

    /** MariaDB tells names of tables apart by case, SQLite does not. */
    private String table(String name) {
        return sqlite ? lower(name) : name;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import profiles.config.StartupException;
import profiles.fixture.Engine;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Service;

/** A Django project of another shape is refused before anything is created, with a line for each difference. */
@OnBothDatabases
class DjangoSchemaCheckTest {
    private static final String USERS = "create table %s (id %s, password varchar(128) not null, last_login datetime null, "
        + "is_superuser bool not null, username varchar(150) not null unique, first_name varchar(150) not null, "
        + "last_name varchar(150) not null, email varchar(254) not null, is_staff bool not null, is_active bool not null, "
        + "date_joined datetime not null%s)";
    private static final String PROFILES = "create table %s (id %s, full_name varchar(255) not null, bio text not null, "
        + "cv varchar(100) null, certificate varchar(100) null, %s)";

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Map<String, String> settings;
    private String id, owner;

    @BeforeEach
    void emptyDatabaseOfDjango() throws SQLException {
        settings = new HashMap<>(engine.emptyDatabase(folder));
        settings.put("MEDIA_ROOT", folder.resolve("media").toString());
        id = engine == Engine.SQLITE ? "integer not null primary key autoincrement" : "int not null auto_increment primary key";
        owner = "user_id int not null unique, foreign key (user_id) references auth_user (id)";
        execute("create table django_migrations (id " + id + ", app varchar(255) not null)");
    }

    @Test void a_project_of_our_shape_is_taken_over() throws SQLException {
        execute(USERS.formatted("auth_user", id, ""));
        execute(PROFILES.formatted("profiles_profile", id, owner));

        try (var service = Service.on(settings)) {
            assertEquals(200, service.program().get("/healthz").status());
        }
    }

    @Test void a_profile_table_of_another_name_is_named() throws SQLException {
        execute(USERS.formatted("auth_user", id, ""));
        execute(PROFILES.formatted("accounts_userprofile", id, owner));

        assertRefused(
            "The table profiles_profile is missing. Perhaps it is another one here: accounts_userprofile has id, full_name, bio, cv, "
            + "certificate, user_id.");
    }

    @Test void a_user_model_of_its_own_is_named() throws SQLException {
        execute(USERS.formatted("users_user", id, ""));
        execute(PROFILES.formatted("profiles_profile", id,
            "user_id int not null unique, foreign key (user_id) references users_user (id)"));

        assertRefused("The table auth_user is missing. Perhaps it is another one here: users_user has id, password");
    }

    @Test void an_owner_in_another_table_is_refused() throws SQLException {
        execute(USERS.formatted("auth_user", id, ""));
        execute("create table people_person (id " + id + ")");
        execute(PROFILES.formatted("profiles_profile", id,
            "user_id int not null unique, foreign key (user_id) references people_person (id)"));

        assertRefused("The column profiles_profile.user_id refers to people_person.");
    }

    @Test void several_profiles_of_one_user_are_refused() throws SQLException {
        execute(USERS.formatted("auth_user", id, ""));
        execute(PROFILES.formatted("profiles_profile", id, owner.replace(" unique", "")));
        execute("create index profiles_profile_user_id on profiles_profile (user_id)");

        assertRefused("The column profiles_profile.user_id is not unique.");
    }

    @Test void missing_columns_and_those_that_we_do_not_fill_are_named_at_once() throws SQLException {
        execute(USERS.formatted("auth_user", id, ", tenant varchar(20) not null"));
        execute(PROFILES.formatted("profiles_profile", id, owner).replace("cv varchar(100)", "resume varchar(100)")
            .replace("certificate varchar(100)", "certificate int"));

        assertRefused("The column auth_user.tenant needs a value (NOT NULL without a default), and the service writes none.",
            "The column profiles_profile.cv is missing.", "The column profiles_profile.certificate has the type INT");
    }

    @Test void keys_that_are_no_whole_numbers_are_refused() throws SQLException {
        execute(USERS.formatted("auth_user", "char(32) not null primary key", ""));
        execute(PROFILES.formatted("profiles_profile", id, owner.replace("int", "char(32)")));

        assertRefused("The column auth_user.id has the type CHAR", "The column profiles_profile.user_id has the type CHAR");
    }

    @Test void user_keys_of_another_size_than_our_foreign_keys_are_refused() throws SQLException {
        execute(USERS.formatted("auth_user", "bigint not null primary key", ""));
        execute(PROFILES.formatted("profiles_profile", id, owner.replace("user_id int", "user_id bigint")));

        assertRefused("The column auth_user.id has the type BIGINT.", "The column profiles_profile.user_id has the type BIGINT.");
    }

    @Test void user_names_that_are_not_unique_are_refused() throws SQLException {
        execute(USERS.formatted("auth_user", id, "").replace("username varchar(150) not null unique", "username varchar(150) not null"));
        execute(PROFILES.formatted("profiles_profile", id, owner));

        assertRefused("The column auth_user.username is not unique.");
    }

    @Test void tables_beside_ours_and_generated_columns_do_not_matter() throws SQLException {
        var quote = engine == Engine.SQLITE ? "\"" : "`";
        execute(USERS.formatted("auth_user", id, ", nick varchar(150) generated always as (lower(username)) "
            + (engine == Engine.SQLITE ? "stored not null" : "stored")));
        execute(PROFILES.formatted("profiles_profile", id, owner));
        execute("create table " + quote + "auth-user" + quote + " (id " + id + ", tenant varchar(20) not null)");

        try (var service = Service.on(settings)) {
            assertEquals(200, service.program().get("/healthz").status());
        }
    }

    @Test void a_view_with_a_table_name_of_ours_is_refused() throws SQLException {
        execute(USERS.formatted("auth_user", id, ""));
        execute(PROFILES.formatted("profiles_profile", id, owner));
        execute("create view user_session as select id from auth_user");

        assertRefused("The name of the table user_session is taken.");
    }

    @Test void a_table_name_of_ours_that_is_taken_is_refused() throws SQLException {
        execute(USERS.formatted("auth_user", id, ""));
        execute(PROFILES.formatted("profiles_profile", id, owner));
        execute("create table user_session (id " + id + ", cart varchar(10))");

        assertRefused("The name of the table user_session is taken.");
    }

    private void assertRefused(String... lines) throws SQLException {
        var before = tables();

        var refusal = assertThrows(StartupException.class, () -> Service.on(settings).close());

        for (var line : lines) assertTrue(refusal.getMessage().contains(line), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("Nothing was changed."), refusal.getMessage());
        assertEquals(before, tables());
    }

    private Set<String> tables() throws SQLException {
        var names = new TreeSet<String>();
        try (var connection = connect(); var rows = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (rows.next()) names.add(rows.getString("TABLE_NAME"));
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"), "");
    }
}

package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.account.query.QUser;
import profiles.fixture.Engine;
import profiles.fixture.Service;

/** The service takes over the database that a Django app has filled, as it is. */
class DjangoDatabaseTest {
    /** Of the password "correct horse". */
    private static final String HASH =
        "argon2$argon2id$v=19$m=19456,t=2,p=1$Fyb7k0a36/9vWRa/p4dTXQ$Cyq8grnvrZFYJs9Z3sn4mxaK/cw/lD8w27/saB2Gdgc";

    private static final Map<Engine, List<String>> TABLES = Map.of(
        Engine.SQLITE, List.of(
            "CREATE TABLE auth_user (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, password varchar(128) NOT NULL, last_login datetime "
            + "NULL, "
                + "is_superuser bool NOT NULL, username varchar(150) NOT NULL UNIQUE, last_name varchar(150) NOT NULL, email "
                + "varchar(254) NOT NULL, "
                + "is_staff bool NOT NULL, is_active bool NOT NULL, date_joined datetime NOT NULL, first_name varchar(150) NOT NULL)",
            "CREATE TABLE profiles_profile (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, full_name varchar(255) NOT NULL, bio text NOT "
            + "NULL, "
                + "cv varchar(100) NULL, certificate varchar(100) NULL, "
                + "user_id integer NOT NULL UNIQUE REFERENCES auth_user (id) DEFERRABLE INITIALLY DEFERRED)"),
        Engine.MARIADB, List.of(
            "CREATE TABLE auth_user (id int(11) NOT NULL AUTO_INCREMENT, password varchar(128) NOT NULL, last_login datetime(6) DEFAULT "
            + "NULL, "
                + "is_superuser tinyint(1) NOT NULL, username varchar(150) NOT NULL, first_name varchar(150) NOT NULL, "
                + "last_name varchar(150) NOT NULL, email varchar(254) NOT NULL, is_staff tinyint(1) NOT NULL, is_active tinyint(1) NOT "
                + "NULL, "
                + "date_joined datetime(6) NOT NULL, PRIMARY KEY (id), UNIQUE KEY username (username)) ENGINE=InnoDB",
            "CREATE TABLE profiles_profile (id bigint(20) NOT NULL AUTO_INCREMENT, full_name varchar(255) NOT NULL, bio longtext NOT NULL, "
                + "cv varchar(100) DEFAULT NULL, certificate varchar(100) DEFAULT NULL, user_id int(11) NOT NULL, PRIMARY KEY (id), "
                + "UNIQUE KEY user_id (user_id), CONSTRAINT profiles_profile_user_id_a3e81f91_fk_auth_user_id FOREIGN KEY (user_id) "
                + "REFERENCES auth_user (id)) ENGINE=InnoDB"));

    @ParameterizedTest
    @EnumSource(Engine.class)
    void users_profiles_and_files_are_there_as_django_left_them(Engine engine, @TempDir Path folder) throws SQLException, IOException {
        var settings = new HashMap<>(engine.emptyDatabase(folder));
        fill(settings, TABLES.get(engine));
        var media = Files.createDirectories(folder.resolve("media/cvs")).getParent();
        Files.writeString(media.resolve("cvs/last.pdf"), "%PDF-1.4 old");
        settings.put("MEDIA_ROOT", media.toString());

        try (var service = Service.on(settings)) {
            var member = service.browser();
            assertEquals(303, member.login("legacy", "correct horse").status());

            var profile = member.get("/api/profile/").json();
            assertEquals("Zoë Legacy", profile.get("full_name").textValue());
            assertEquals("two\r\nlines", profile.get("bio").textValue());
            assertTrue(profile.get("cv").textValue().endsWith("/media/cvs/last.pdf"));
            assertTrue(profile.get("certificate").isNull(), "NULL is no file");
            assertEquals("%PDF-1.4 old", new String(member.bytes("GET", "/media/cvs/last.pdf").body()));

            assertEquals(1, new QUser(service.db()).dateJoined.eq(Instant.parse("2021-03-04T05:06:07.000089Z")).findCount());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_user_whom_django_left_without_a_profile_gets_one_at_first_use(Engine engine, @TempDir Path folder) throws SQLException {
        var settings = new HashMap<>(engine.emptyDatabase(folder));
        fill(settings, TABLES.get(engine));
        execute(settings, "delete from profiles_profile");
        settings.put("MEDIA_ROOT", folder.resolve("media").toString());

        try (var service = Service.on(settings)) {
            var member = service.program();
            member.login("legacy", "correct horse");

            assertEquals("", member.get("/api/profile/").json().get("full_name").textValue());
            assertEquals(1, service.db().sqlQuery("select count(*) as n from profiles_profile").findOne().getInteger("n"));
        }
    }

    private static void fill(Map<String, String> settings, List<String> tables) throws SQLException {
        for (var table : tables) execute(settings, table);
        execute(settings,
            "insert into auth_user (password, last_login, is_superuser, username, first_name, last_name, email, is_staff, is_active, "
            + "date_joined) values (?, null, 0, 'legacy', '', '', 'legacy@example.org', 0, 1, '2021-03-04 05:06:07.000089')", HASH);
        execute(settings,
            "insert into profiles_profile (full_name, bio, cv, certificate, user_id) values ('Zoë Legacy', ?, 'cvs/last.pdf', null, "
            + "(select id from auth_user))", "two\r\nlines");
    }

    private static void execute(Map<String, String> settings, String sql, String... values) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"), "");
             var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
            statement.execute();
        }
    }
}

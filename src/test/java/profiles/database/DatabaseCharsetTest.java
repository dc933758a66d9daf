package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import profiles.cli.Run;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Ledger;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Wait;

/** A MariaDB whose tables do not hold every character, as old servers and old Djangos made them. */
class DatabaseCharsetTest {
    private static final String PASSWORD = "correct horse", OTHER =
        "select table_name from information_schema.tables where table_schema = database() and table_collation not like 'utf8mb4%'";

    @TempDir
    Path folder;

    private Map<String, String> settings;

    @BeforeEach
    void database() {
        settings = new HashMap<>(Engine.MARIADB.emptyDatabase(folder));
        settings.putAll(Map.of("MEDIA_ROOT", folder.resolve("media").toString(), "THROTTLE", "off"));
    }

    @Test void on_a_server_of_latin1_every_table_of_ours_holds_every_character() throws SQLException {
        execute("alter database character set latin1");

        try (var log = new Log(DatabaseCharset.class.getName()); var service = Service.on(settings)) {
            assertEquals(List.of(), service.db().sqlQuery(OTHER).mapToScalar(String.class).findList());
            assertEquals(List.of(), log.lines());
            for (var name : new String[] {"Łukasz", "名前", "\uD842\uDFB7野"}) {
                service.browser().register(name);
                assertEquals(200, service.program().login(name, PASSWORD).status());
            }
        }
    }

    @Test void tables_of_ours_from_before_are_converted() throws SQLException {
        Service.on(settings).stop();
        execute("alter table user_token convert to character set latin1");
        execute("update db_migration set mchecksum = -33636108 where mversion = '1.3'");

        try (var service = Service.on(settings)) {
            assertEquals(List.of(), service.db().sqlQuery(OTHER).mapToScalar(String.class).findList());
        }
    }

    @ParameterizedTest
    @CsvSource({"latin1, 名前", "utf8mb3, \uD83E\uDD89owl"})
    void what_djangos_tables_cannot_hold_is_told_beside_the_field(String charset, String text) throws SQLException {
        django(charset);
        try (var log = new Log(DatabaseCharset.class.getName()); var service = Service.on(settings)) {
            assertTrue(log.contains("alter table auth_user convert to character set utf8mb4;")
                && log.contains("alter table profiles_profile convert to character set utf8mb4;"), log.toString());
            var check = Run.of(settings, "", "check");
            assertTrue(check.out().contains("run: alter table auth_user convert to character set utf8mb4;"), check.out());
            assertEquals(1, check.code());

            for (var client : new Client[] {service.browser(), service.program()}) unfit(service, client, text);
            staysQuiet(service, text);

            assertEquals(2, service.db().sqlQuery(OTHER).mapToScalar(String.class).findList().size(),
                "Django's tables are not ours to convert");
            service.db().sqlUpdate("alter table auth_user convert to character set utf8mb4").execute();
            service.db().sqlUpdate("alter table profiles_profile convert to character set utf8mb4").execute();
            var mended = service.program().register("mended");
            assertEquals(200, mended.send("PATCH", "/api/profile/", "application/json", "{\"full_name\": \"" + text + "\"}").status());
        }
    }

    private static void unfit(Service service, Client client, String text) {
        var register = client.post("/accounts/register/", "username", "x" + text, "email", text + "@example.org", "password1", PASSWORD,
            "password2", PASSWORD);
        client.register("fit" + client.hashCode());
        var profile = client.post("/profile/edit/", "full_name", text, "bio", "Zoë " + text);
        var file = client.post("/profile/edit/", new Form().file("cv", text + ".pdf", "application/pdf", Samples.pdf()));
        var email = client.post("/accounts/email/", "email", text + "@example.org", "password", PASSWORD);
        var token = client.post("/accounts/tokens/", "name", text, "days", "1");
        var login = client.login(text, PASSWORD);
        var reset = client.post("/accounts/password_reset/", "email", text + "@example.org");

        for (var answer : new profiles.fixture.Answer[] {profile, email}) {
            assertEquals(422, answer.status(), answer.toString());
            assertTrue(answer.contains("The database cannot keep some of these characters."), answer.toString());
        }
        assertEquals(List.of(422, 422, 422), List.of(register.status(), file.status(), login.status()));
        assertTrue(file.contains("Rename the file.") && login.contains("The user name or the password is not right."), login.toString());
        assertTrue(token.status() < 400 && reset.status() < 400, token + " " + reset);
        assertEquals(404, client.get("/media/cvs/" + URLEncoder.encode(text, StandardCharsets.UTF_8) + ".pdf").status());
        assertTrue(client.get("/profile/").status() < 400);
    }

    /** What works in the background meets the same characters. */
    private static void staysQuiet(Service service, String text) {
        try (var log = new Log("profiles")) {
            Wait.until("the requests for resets are answered", () -> service.db().sqlQuery("select count(*) from reset_request")
                .mapToScalar(Integer.class).findOne() == 0);
            Ledger.insert(service, "cvs/" + text + ".pdf", "kept", new byte[1]);
            service.clock().forward(Duration.ofDays(2));
            service.graph().sweep().run();
            assertFalse(log.contains("Exception"), log.toString());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private void django(String charset) throws SQLException {
        execute("alter database character set " + charset);
        execute("create table auth_user (id int(11) not null auto_increment primary key, password varchar(128) not null, last_login "
            + "datetime(6), is_superuser tinyint(1) not null, "
            + "username varchar(150) not null unique key, first_name varchar(150) not null, last_name varchar(150) not null, email "
            + "varchar(254) not null, "
            + "is_staff tinyint(1) not null, is_active tinyint(1) not null, date_joined datetime(6) not null)");
        execute("create table profiles_profile (id bigint(20) not null auto_increment primary key, full_name varchar(255) not null, bio "
            + "longtext not null, "
            + "cv varchar(100), certificate varchar(100), user_id int(11) not null unique key, foreign key (user_id) references "
            + "auth_user (id))");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), "root",
            ""); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package profiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Samples;
import profiles.fixture.Uploader;

/** The upgrade, from the database and the files that the first release's own jar has left: stop, replace the jar, start. */
@OnBothDatabases
@Timeout(120)
class FirstReleaseIT {
    private static final String CV = "cvs/Größe.pdf", CERTIFICATE = "certificates/seal.png";
    private static final byte[] PDF = Samples.pdf("of ada"), PNG = Samples.png();

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Map<String, String> settings;
    private String cookie;

    @BeforeEach
    void whatTheFirstReleaseLeft() throws Exception {
        settings = Jar.settings(engine, folder);
        var sql = resource("/first/" + engine.name().toLowerCase(Locale.ROOT) + ".sql");
        cookie = sql.lines().findFirst().orElseThrow().replaceFirst(".*Her cookie: ", "");
        for (var statement : sql.replaceFirst("--.*\n", "").split(";\n")) execute(statement);
        // Her session goes on for hours, and the test for years.
        var now = Instant.now().toString().replace('T', ' ').replace("Z", "");
        execute("update user_session set started = '" + now + "', last_seen = '" + now + "'");
        write(CV, PDF);
        write(CERTIFICATE, PNG);
    }

    @Test void all_is_there_and_those_who_were_signed_in_still_are() throws Exception {
        try (var jar = Jar.ready(folder, settings)) {
            var profile = JsonMapper.builder().build().readTree(get(jar.address() + "/api/profile/"));
            assertEquals("ada", profile.get("username").textValue());
            assertEquals("ada@example.org", profile.get("email").textValue());
            assertEquals("Ada Lovelace 🦉", profile.get("full_name").textValue());
            assertEquals("First line.\nSecond line", profile.get("bio").textValue());
            assertArrayEquals(PDF, get(profile.get("cv").textValue()));
            assertArrayEquals(PNG, get(profile.get("certificate").textValue()));
            assertEquals(1, jar.said().size(), () -> String.join("\n", jar.said()));
        }
    }

    @Test void its_files_are_in_the_ledger_unless_django_has_made_the_database() throws Exception {
        execute("create table if not exists django_migrations (id integer primary key)");
        try (var jar = Jar.ready(folder, settings)) {
            assertEquals(200, StartIT.status(jar.address() + "/healthz"));
        }
        assertEquals(0, count("select count(*) from media_file"));

        execute("drop table django_migrations");
        execute("drop table media_file");
        execute("delete from db_migration where mversion = '1.9'");
        try (var jar = Jar.ready(folder, settings)) {
            assertEquals(200, StartIT.status(jar.address() + "/healthz"));
        }
        assertEquals(2, count("select count(*) from media_file where state = 'kept'"));
    }

    @Test void old_passwords_sign_in_and_work_goes_on() throws Exception {
        try (var jar = Jar.ready(folder, settings)) {
            for (var name : new String[] {"ada", "ben"}) {
                var member = new Uploader();
                member.at(jar);
                assertEquals(303, member.send("POST", "/accounts/login/", "application/x-www-form-urlencoded",
                    BodyPublishers.ofString("username=" + name + "&password=correct+horse")).statusCode());
                member.save(new Form().text("full_name", "still " + name).file("cv", "new.pdf", "application/pdf", Samples.pdf(name)));
                assertEquals("still " + name, member.profile().get("full_name").textValue());
                assertArrayEquals(Samples.pdf(name), member.download(member.profile().get("cv").textValue()));
            }
            assertFalse(Files.exists(folder.resolve("media").resolve(CV)), "what was replaced is gone");
            assertTrue(Files.exists(folder.resolve("media").resolve(CERTIFICATE)));
        }
    }

    private byte[] get(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).header("Cookie", cookie).header("Accept", "application/json").build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), () -> new String(answer.body(), UTF_8));
        return answer.body();
    }

    private void write(String key, byte[] bytes) throws IOException {
        var file = folder.resolve("media").resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"),
            null); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"),
            null); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String resource(String name) throws IOException {
        try (var file = FirstReleaseIT.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}

package profiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Project;
import profiles.fixture.Samples;
import profiles.fixture.Uploader;
import profiles.leaving.Zip;

/** The README's "Add a field", done to a copy of the project: all of its fields at once, then its commands; and the jar that this makes. */
@OnBothDatabases
@Timeout(900)
class AddFieldIT {
    private static final String JSON = "application/json", FORM = "application/x-www-form-urlencoded";
    private static final Path COPY = Path.of("target", "with-fields").toAbsolutePath();
    private static Project project;

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private final Uploader ada = new Uploader();
    private Map<String, String> settings;
    private Jar jar;

    @Test void on_a_new_database_the_fields_are_set_corrected_exported_and_cleared() throws Exception {
        start();
        ada.register("ada");

        save();
        refuse();
        export();
        clear();
        leave();
    }

    @Test void on_a_database_of_the_jar_before_them_they_are_empty_at_first() throws Exception {
        settings = Jar.settings(engine, folder);
        jar = Jar.ready(folder, settings);
        ada.at(jar);
        ada.register("ada");
        ada.save(new Form().text("full_name", "Ada").file("cv", "ada.pdf", "application/pdf", Samples.pdf()));
        jar.close();

        start();
        var json = ada.profile();

        assertEquals("Ada", json.get("full_name").textValue());
        assertEquals("", json.get("phone").textValue());
        assertEquals("", json.get("linkedin").textValue());
        assertTrue(json.get("birthday").isNull() && json.get("photo").isNull());
        save();
        assertEquals("/media/cvs/ada.pdf", path(ada.profile().get("cv")));
        insertAsBefore();
    }

    private void start() throws Exception {
        if (settings == null) settings = Jar.settings(engine, folder);
        jar = Jar.ready(built().jar(), folder, settings);
        ada.at(jar);
    }

    private void save() throws Exception {
        var form = page("/profile/edit/");
        for (var part : List.of("name=\"phone\" type=\"text\"", "pattern=\"[+0-9 \\(\\)\\/\\-]*\"", "autocomplete=\"tel\"", "name=\"linkedin\"",
            "name=\"birthday\" type=\"date\"", "name=\"photo\" type=\"file\" accept=\".png,.jpg,.jpeg\"")) assertTrue(form.contains(part), part + " in " + form);

        ada.save(new Form().text("phone", " +44 20 7946-0000 ").text("linkedin", "www.LinkedIn.com/in/ada").text("birthday", "1815-12-10")
            .file("photo", "ada.png", "image/png", Samples.png()));

        var json = ada.profile();
        assertEquals("+44 20 7946-0000", json.get("phone").textValue());
        assertEquals("https://www.linkedin.com/in/ada", json.get("linkedin").textValue());
        assertEquals("1815-12-10", json.get("birthday").textValue());
        assertEquals("/media/photos/ada.png", path(json.get("photo")));
        assertArrayEquals(Samples.png(), ada.download(json.get("photo").textValue()));
        assertEquals("1815-12-10", kept("birthday"));
        var page = page("/profile/");
        for (var part : List.of("+44 20 7946-0000", "<a href=\"https://www.linkedin.com/in/ada\" rel=\"noopener noreferrer nofollow\">",
            "<time datetime=\"1815-12-10\">10 December 1815</time>", "<img class=\"picture\" src=\"/media/photos/ada.png\" alt=\"Photo of ada\" width=\"160\""))
            assertTrue(page.contains(part), part + " in " + page);
    }

    private void refuse() throws Exception {
        var before = ada.profile();
        var wrong = new Form().text("phone", "call me").text("linkedin", "javascript:alert(1)").text("birthday", "2999-01-01")
            .file("photo", "ada.pdf", "application/pdf", Samples.pdf());

        var page = ada.send("POST", "/profile/edit/", wrong.type(), wrong.bytes());
        var problem = ada.send("PATCH", "/api/profile/", JSON,
            "{\"phone\":\"call me\",\"linkedin\":\"ftp://example.org/\",\"birthday\":\"1815-02-30\",\"photo\":\"text\"}".getBytes(UTF_8));

        assertEquals(422, page.statusCode());
        assertEquals(422, problem.statusCode());
        for (var field : List.of("phone", "linkedin", "birthday", "photo")) {
            assertTrue(new String(page.body(), UTF_8).contains("id=\"" + field + "-error\""), field);
            assertTrue(json(problem.body()).at("/errors/" + field + "/0").isTextual(), field);
        }
        assertTrue(new String(page.body(), UTF_8).contains("value=\"call me\""));
        assertEquals(400, ada.send("PATCH", "/api/profile/", JSON, "{\"birthday\":18151210}".getBytes(UTF_8)).statusCode());
        assertEquals(before, ada.profile());
    }

    private void export() throws Exception {
        var zip = Zip.of(ada.send("GET", "/accounts/export/", null, null).body());

        var json = zip.json("profile.json").get("profile");
        assertEquals("+44 20 7946-0000", json.get("phone").textValue());
        assertEquals("https://www.linkedin.com/in/ada", json.get("linkedin").textValue());
        assertEquals("1815-12-10", json.get("birthday").textValue());
        assertArrayEquals(Samples.png(), zip.entries().get(json.get("photo").textValue()));
    }

    private void clear() throws Exception {
        var cleared = json(ada.send("PATCH", "/api/profile/", JSON,
            "{\"phone\":null,\"linkedin\":\"\",\"birthday\":null,\"photo\":null}".getBytes(UTF_8)).body());

        assertEquals("", cleared.get("phone").textValue());
        assertEquals("", cleared.get("linkedin").textValue());
        assertTrue(cleared.get("birthday").isNull() && cleared.get("photo").isNull());
        assertEquals(cleared, ada.profile());
        assertFalse(Files.exists(photo()));
    }

    private void leave() throws Exception {
        ada.save(new Form().file("photo", "ada.png", "image/png", Samples.png()));
        assertTrue(Files.exists(photo()));

        assertEquals(303, ada.send("POST", "/accounts/delete/", FORM, "password=correct+horse".getBytes(UTF_8)).statusCode());

        assertFalse(Files.exists(photo()));
    }

    private Path photo() {
        return folder.resolve("media").resolve("photos").resolve("ada.png");
    }

    private String page(String path) throws IOException {
        return new String(ada.send("GET", path, null, null).body(), UTF_8);
    }

    /** As a program does that does not know the new columns: the jar before, or Django. */
    private void insertAsBefore() throws SQLException {
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"), null); var sql = connection.createStatement()) {
            sql.execute("insert into auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined)"
                + " values ('!', 0, 'older', '', '', '', 0, 1, '2021-03-04 05:06:07')");
            assertEquals(1, sql.executeUpdate("insert into profiles_profile (full_name, bio, cv, certificate, user_id)"
                + " select '', '', '', '', id from auth_user where username = 'older'"));
        }
    }

    private String kept(String column) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"), null); var sql = connection.createStatement();
             var rows = sql.executeQuery("select " + column + " from profiles_profile")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static synchronized Project built() throws IOException, InterruptedException {
        if (project != null) return project;
        if (Files.exists(COPY)) try (var all = Files.walk(COPY)) {
            for (var path : all.sorted((one, other) -> other.compareTo(one)).toList()) Files.delete(path);
        }
        var copy = Project.copy(COPY);
        Recipe.read().apply(copy);
        return project = copy;
    }

    private static JsonNode json(byte[] body) throws IOException {
        return JsonMapper.builder().build().readTree(body);
    }

    private static String path(JsonNode url) {
        return url.textValue().replaceFirst("http://[^/]+", "");
    }

    @AfterEach
    void end() {
        if (jar != null) jar.close();
    }
}

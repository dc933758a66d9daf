package profiles.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.cli.Run;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

/** A backup, and what becomes of it in an empty place on either database. */
class RestoreTest extends ServiceTest {
    private static final String STRANGE = "Zoë 🎉 \"quoted\" \\ 履歴書\r\nthe end", NAME = "履歴書 длинное имя ".repeat(4).strip()
        .replace(' ', '_') + ".pdf";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void all_is_there_again_on_either_database(Engine to) throws Exception {
        var member = service.program().register("ada-" + to);
        member.post("/profile/edit/", new Form().text("full_name", "Ada").text("bio", STRANGE.repeat(300))
            .file("cv", NAME, "application/pdf", Samples.pdf("ada")));
        var token = member.post("/accounts/tokens/", "name", "job", "read_only", "true").json().get("token").textValue();
        service.db().sqlUpdate("update auth_user set is_staff = true, last_login = null where username = 'ada-" + to + "'").execute();
        var last = gone(to);
        var file = backUp("one.tar");

        var settings = place(to, "place");
        var run = Run.of(settings, "", "restore", file.toString());

        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().matches("Restored: \\d+ rows and \\d+ documents \\(\\d+ bytes\\)\\.\n"), run.out());
        Run.of(settings, "", "backup", folder.resolve("two.tar").toString());
        assertEquals(Told.by(file), Told.by(folder.resolve("two.tar")));
        try (var again = Service.on(settings)) {
            var profile = again.program().get("/api/profile/", "Authorization", "Bearer " + token).json();
            assertEquals(STRANGE.repeat(300), profile.get("bio").textValue());
            var cv = again.program().bytes("GET", URI.create(profile.get("cv").textValue()).getRawPath(), "Authorization",
                "Bearer " + token);
            assertArrayEquals(Samples.pdf("ada"), cv.body());
            again.program().register("newcomer");
            assertTrue(id(again, "newcomer") > last, "the id of who has gone is nobody else's, since the trail names people by it");
        }
    }

    /** @return the id of somebody who has left, the last who came */
    private long gone(Engine to) {
        var leaver = service.program().register("leaver-" + to);
        var id = id(service, "leaver-" + to);
        assertEquals(204, leaver.post("/accounts/delete/", "password", "correct horse").status());
        return id;
    }

    private static long id(Service service, String name) {
        return service.db().sqlQuery("select id from auth_user where username = :name").setParameter("name", name).mapToScalar(Long.class)
            .findOne();
    }

    @Test void a_session_goes_on_where_the_backup_is_restored() throws Exception {
        var member = service.browser().register("stays");
        var settings = place(engine, "session");

        Run.of(settings, "", "restore", backUp("session.tar").toString());

        try (var again = Service.on(settings)) {
            assertEquals(200, again.program().get("/profile/", "Cookie", "session=" + member.cookie("session")).status());
        }
    }

    @Test void a_place_in_use_is_left_as_it_is() throws Exception {
        uploaded("in-use", "in-use.pdf");
        var file = backUp("in-use.tar");
        var before = Told.by(file);

        var rows = Run.of(service.settings(), "", "restore", file.toString());

        assertEquals(1, rows.code());
        assertTrue(rows.err().contains("is in use (auth_user has rows). Name an empty one in DATABASE_URL."), rows.err());

        var settings = place(engine, "others");
        Files.write(Files.createDirectories(folder.resolve("others/media/cvs")).resolve("other.pdf"), Samples.pdf("other"));
        var documents = Run.of(settings, "", "restore", file.toString());

        assertEquals(1, documents.code());
        assertTrue(documents.err().contains("there are others already (1 in cvs, certificates). Name an empty place in MEDIA_ROOT"),
            documents.err());
        assertEquals(before, Told.by(backUp("in-use-again.tar")));
    }

    @Test void a_restore_that_was_broken_off_is_begun_again() throws Exception {
        uploaded("half", "half.pdf");
        var file = backUp("half.tar");
        var settings = place(engine, "half");
        var there = Files.createDirectories(folder.resolve("half/media/cvs")).resolve("half.pdf");

        for (var other : List.of("%PDF-another", new String(Samples.pdf("half")) + "more", new String(Samples.pdf("have")))) {
            Files.writeString(there, other);
            var run = Run.of(settings, "", "restore", file.toString());
            assertEquals(1, run.code());
            assertTrue(run.err().contains("cvs/half.pdf is there already, and is another one. Remove it"), run.err());
            assertEquals(other, Files.readString(there));
        }

        Files.write(there, Arrays.copyOf(Samples.pdf("half"), 20));
        var whole = Run.of(settings, "", "restore", file.toString());
        assertEquals(0, whole.code(), whole.err());
        assertArrayEquals(Samples.pdf("half"), Files.readAllBytes(there));

        var twice = Run.of(settings, "", "restore", file.toString());
        assertEquals(0, twice.code(), twice.err());
        assertTrue(twice.out().matches("(?s)This backup was restored here already, at 20\\S+Z\\. Nothing is left to do\\.\nRestored: .*"),
            twice.out());
    }

    /** As a kill leaves it: the rows are committed, and nothing after them was done. */
    @Test void a_restore_that_was_killed_after_its_rows_goes_on() throws Exception {
        uploaded("late", "late.pdf");
        var file = backUp("late.tar");
        var settings = place(engine, "late");
        var first = Run.of(settings, "", "restore", file.toString());
        change(settings, "update backup_restored set finished = null");

        var again = Run.of(settings, "", "restore", file.toString());

        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().startsWith("All rows of this backup are in the database already, since 20"), again.out());
        assertTrue(again.out().endsWith(first.out()), again.out());
        assertEquals(Told.by(file), Told.by(backUp(settings, "late-again.tar")));
    }

    @Test void who_names_another_place_for_documents_is_told_where_the_rows_are_already() throws Exception {
        uploaded("moved", "moved.pdf");
        var file = backUp("moved.tar");
        var settings = place(engine, "moved");
        Run.of(settings, "", "restore", file.toString());
        settings.put("MEDIA_ROOT", folder.resolve("elsewhere").toString());

        var run = Run.of(settings, "", "restore", file.toString());

        assertEquals(1, run.code());
        assertTrue(run.err()
            .matches("Nothing was restored: this backup was restored into this database already, at \\S+, and \\d+ of its documents are "
            + "not where .*\n"), run.err());
    }

    @Test void rows_of_another_backup_are_a_database_in_use() throws Exception {
        uploaded("first", "first.pdf");
        var first = backUp("first.tar");
        uploaded("second", "second.pdf");
        var settings = place(engine, "other");
        Run.of(settings, "", "restore", first.toString());

        var second = Run.of(settings, "", "restore", backUp("second.tar").toString());

        assertTrue(second.code() == 1 && second.err().contains("is in use (auth_user has rows)"), second.err());
    }

    private static void change(Map<String, String> settings, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"),
            null); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test void what_is_damaged_is_refused_before_anything_is_made() throws Exception {
        uploaded("damaged", "damaged.pdf");
        var good = Files.readAllBytes(backUp("good.tar"));
        var flipped = good.clone();
        flipped[new String(good, StandardCharsets.ISO_8859_1).indexOf("%%EOF")] ^= 1;
        var newer = new String(good, StandardCharsets.ISO_8859_1).replace("{\"format\":1,", "{\"format\":2,")
            .getBytes(StandardCharsets.ISO_8859_1);

        refused("its bytes are not those that were written", flipped);
        refused("cut off", Arrays.copyOf(good, good.length / 2));
        refused("it has no end", end(good));
        refused("is no backup", "something else".repeat(100).getBytes(StandardCharsets.US_ASCII));
        refused("is no backup", new byte[0]);
        refused("was made by a newer release", newer);
    }

    /** Cut off where a file ends, and ended as a tar does. */
    private static byte[] end(byte[] good) {
        var text = new String(good, StandardCharsets.ISO_8859_1);
        var cut = Arrays.copyOf(good, good.length);
        Arrays.fill(cut, text.lastIndexOf("end.json"), cut.length, (byte) 0);
        return cut;
    }

    private void refused(String why, byte[] bytes) throws Exception {
        var file = Files.write(folder.resolve("bad.tar"), bytes);
        var settings = Map.of("DATABASE_URL", "jdbc:sqlite:" + folder.resolve("bad.db"), "MEDIA_ROOT", folder.resolve("bad-media")
            .toString());

        var run = Run.of(settings, "", "restore", file.toString());

        assertEquals(1, run.code());
        assertTrue(run.err().startsWith("Nothing was restored: ") && run.err().contains(why), run.err());
        assertTrue(Files.notExists(folder.resolve("bad.db")) && Files.notExists(folder.resolve("bad-media")));
    }

    private static void uploaded(String username, String name) {
        Client member = service.program().register(username);
        member.post("/profile/edit/", new Form().file("cv", name, "application/pdf", Samples.pdf(username)));
    }

    private Path backUp(String name) {
        return backUp(service.settings(), name);
    }

    private Path backUp(Map<String, String> settings, String name) {
        var file = folder.resolve(name);
        var run = Run.of(settings, "", "backup", file.toString());
        assertEquals(List.of(0, ""), List.of(run.code(), run.err()));
        return file;
    }

    private Map<String, String> place(Engine engine, String name) throws Exception {
        var place = Files.createDirectories(folder.resolve(name));
        var settings = new HashMap<>(engine.emptyDatabase(place));
        settings.putAll(Map.of("MEDIA_ROOT", place.resolve("media").toString(), "THROTTLE", "off"));
        return settings;
    }
}

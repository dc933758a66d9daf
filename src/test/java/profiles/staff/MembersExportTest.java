package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import profiles.audit.AuditAction;
import profiles.directory.ExportChannel;
import profiles.directory.ExportLimiter;
import profiles.fixture.Client;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Wait;
import profiles.fixture.Wire;

class MembersExportTest extends StaffTest {
    private static final String INSERT =
        "insert into auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) values ";

    @Test void a_table_holds_all_who_are_found_as_spreadsheets_read_them() {
        person("cell-a", "=HYPERLINK(\"http://evil\")", "two\r\nlines, with \"quotes\"")
            .post("/profile/edit/", new Form().file("cv", "cell.pdf", "application/pdf", Samples.pdf()));
        person("cell-b", "Zoë, the 2nd", "@cmd");
        sql(INSERT + "('!', false, 'cell-c', 'Without', 'Profile', '', false, true, '2020-01-02 03:04:05')");
        staff(browser, "exporter");

        var answer = browser.bytes("GET", "/staff/profiles/export.csv?q=cell&sort=username");

        assertEquals(200, answer.statusCode());
        assertEquals("text/csv; charset=utf-8; header=present", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("attachment; filename=\"members.csv\"", answer.headers().firstValue("Content-Disposition").orElse(""));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse("")); // ASVS 14.3.2
        var lines = new String(answer.body(), StandardCharsets.UTF_8).split("\r\n(?=cell|\\d+,cell|$)");
        assertEquals("\uFEFFid,username,email,full_name,bio,cv,certificate,active,staff,joined,last_login", lines[0]);
        assertTrue(
            lines[1].matches(
            "(?s)\\d+,cell-a,cell-a@example.org,\"'=HYPERLINK\\(\"\"http://evil\"\"\\)\",\"two\r\nlines, with \"\"quotes\"\"\","
            + "http://.*/media/cvs/cell.*\\.pdf,,true,false,20..-..-..T..:..:..Z,20.*Z"), lines[1]); // ASVS 1.2.10
        assertTrue(lines[2].contains(",\"Zoë, the 2nd\",\"'@cmd\",,,true,"), lines[2]);
        assertTrue(lines[3].matches("\\d+,cell-c,,,,,,true,false,2020-01-02T03:04:05Z,"), lines[3]);
        assertEquals(4, lines.length);
    }

    @Test void each_line_of_json_lines_is_somebody() throws IOException {
        person("liner-a", "Liner \uD83D\uDE42", "two\r\nlines");
        person("liner-b", "Liner Two", "");
        staff(program, "exporter-2");

        var answer = service.program().bytes("GET", "/staff/profiles/export.jsonl?q=liner&sort=-username", "Authorization",
            token(program, true));

        assertEquals("application/jsonl", answer.headers().firstValue("Content-Type").orElse(""));
        var people = new String(answer.body(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, people.size());
        var second = JsonMapper.builder().build().readTree(people.get(1));
        assertEquals("liner-a", second.get("username").textValue());
        assertEquals("Liner \uD83D\uDE42", second.get("full_name").textValue());
        assertEquals("two\r\nlines", second.get("bio").textValue());
        assertTrue(second.get("cv").isNull());
        assertTrue(second.get("active").booleanValue());
    }

    @Test void a_zip_holds_the_documents_of_all_who_are_found() throws IOException {
        byte[] one = Samples.pdf("one"), two = Samples.pdf("two");
        person("zipped-a", "Zipper One", "").post("/profile/edit/", new Form().file("cv", "mine.pdf", "application/pdf", one));
        person("zipped-b", "Zipper Two", "").post("/profile/edit/", new Form().file("cv", "резюме.pdf", "application/pdf", two)
            .file("certificate", "c.png", "image/png", Samples.png()));
        person("zipped-c", "Zipper Three", "");
        sql("update profiles_profile set cv = 'cvs/lost.pdf' where user_id = " + user("zipped-c").id());
        staff(browser, "exporter-3");

        assertEquals(new TreeMap<>(Map.of("zipped-a-" + user("zipped-a").id() + "/mine.pdf", new String(one, StandardCharsets.UTF_8),
            "zipped-b-" + user("zipped-b").id() + "/резюме.pdf", new String(two, StandardCharsets.UTF_8))), zip("q=zipper"));
        assertEquals(List.of("zipped-b-" + user("zipped-b").id() + "/c.png"), List.copyOf(zip("q=zipper&field=certificate").keySet()));
        assertEquals(0, zip("q=zipper&has_cv=no").size());
        assertEquals(400, browser.get("/staff/profiles/export.zip?field=bio").status());
    }

    @Test void nothing_leads_out_of_the_folder_where_a_zip_is_unpacked() throws IOException { // ASVS 5.3.3
        person("slip", "Slippery One", "").post("/profile/edit/", new Form().file("cv", "mine.pdf", "application/pdf", Samples.pdf()));
        var id = user("slip").id();
        sql("update auth_user set username = '../..\\\\..//slip:*?' where id = " + id);
        staff(browser, "exporter-9");

        assertEquals(List.of("_slip_-" + id + "/mine.pdf"), List.copyOf(zip("q=slippery").keySet()));
    }

    @Test void an_export_of_many_pages_holds_each_once() {
        for (int i = 0; i < 250; i++) sql(INSERT + "('!', false, 'many-" + i
            + "', 'Manyfold', '', '', false, true, '2020-01-02 03:04:05')");
        staff(browser, "exporter-4");
        while (browser.get("/staff/profiles/export.csv?q=manyfold").status() == 503) browser.get("/staff/profiles/");

        for (var sort : new String[] {"name", "-joined"}) {
            var lines = new String(browser.bytes("GET", "/staff/profiles/export.csv?q=manyfold&sort=" + sort).body(),
                StandardCharsets.UTF_8).lines().skip(1).toList();
            assertEquals(250, lines.size());
            assertEquals(250, lines.stream().distinct().count());
        }
    }

    @Test void who_takes_people_along_is_remembered() {
        staff(browser, "exporter-5");

        browser.bytes("HEAD", "/staff/profiles/export.csv");
        assertEquals(0, exports("exporter-5"));
        for (var format : new String[] {"csv", "jsonl", "zip"}) browser.bytes("GET", "/staff/profiles/export." + format + "?q=nobodyatall");
        assertEquals(3, exports("exporter-5")); // ASVS 16.3.3
    }

    @Test void an_export_that_breaks_off_does_not_end_like_a_whole_one() throws Exception {
        for (int i = 0; i < 150; i++) {
            sql(INSERT + "('!', false, 'torn-" + i + "', 'Tornaway', '', '', false, true, '2020-01-02 03:04:05')");
            sql("insert into profiles_profile (full_name, bio, user_id) values ('', '" + "x".repeat(100_000) + "', " + user("torn-" + i)
                .id() + ")");
        }
        staff(browser, "exporter-6");
        browser.get("/staff/profiles/");
        while (browser.get("/staff/profiles/export.csv?q=tornaway").status() == 503) browser.get("/staff/profiles/");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/staff/profiles/export.csv?q=tornaway"))
            .header("Cookie", "session=" + browser.cookie("session")).build();

        try (var body = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream())
            .body(); var old = new Wire(service)) {
            body.read();
            old.send("GET /staff/profiles/export.csv?q=tornaway HTTP/1.0\r\nCookie: session=" + browser.cookie("session") + "\r\n\r\n")
                .begin();
            sql("alter table search_word rename to search_word_away");
            assertThrows(IOException.class, () -> body.transferTo(OutputStream.nullOutputStream()));
            assertTrue(old.answer().endsWith("(reset)"), "where the connection's end is the only end");
        } finally {
            sql("alter table search_word_away rename to search_word");
        }
    }

    @Test void whoever_takes_nothing_holds_no_thread_and_only_so_many_may() {
        sql(INSERT + String.join(", ", IntStream.range(0, 1500).mapToObj(i -> "('!', false, 'slow-" + i
            + "', 'Slowly', '', '', false, true, '2020-01-02 03:04:05')").toList()));
        sql("insert into profiles_profile (full_name, bio, user_id) select '', '" + "x".repeat(8000)
            + "', id from auth_user where first_name = 'Slowly'");
        staff(browser, "exporter-8");
        while (browser.get("/staff/profiles/export.csv?q=slowly").status() == 503) browser.get("/staff/profiles/");
        var stalled = new ArrayList<Wire>();

        try {
            for (int i = 0; i < ExportLimiter.PLACES; i++) stalled.add(new Wire(service)
                .head("GET /staff/profiles/export.csv?q=slowly", "Connection: close", "Cookie: session=" + browser.cookie("session")));
            for (var wire : stalled) assertEquals("HTTP/1.1 200", wire.begin());

            Wait.until("no thread is at an export", () -> Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream)
                .noneMatch(at -> at.getClassName().equals(ExportChannel.class.getName())));
            var oneMore = browser.get("/staff/profiles/export.zip?q=slowly");
            assertEquals(503, oneMore.status(), "each holds some memory");
            assertEquals("60", oneMore.header("Retry-After"));
            assertTrue(stalled.get(0).answer().lines().count() > 1500, "the rest was still to come");
            stalled.forEach(Wire::close);
            Wait.until("there is room again", () -> browser.get("/staff/profiles/export.csv?q=nobodyatall").status() == 200);
        } finally {
            stalled.forEach(Wire::close);
        }
    }

    @Test void to_members_and_guests_the_exports_are_closed() { // ASVS 8.2.1
        for (var format : new String[] {"csv", "jsonl", "zip"}) {
            assertEquals(401, program.get("/staff/profiles/export." + format).status());
            assertEquals(403, service.program().register("taker-" + format).get("/staff/profiles/export." + format).status());
        }
        staff(browser, "exporter-7");
        assertEquals(400, browser.get("/staff/profiles/export.csv?sort=height").status());
        assertFalse(browser.bytes("HEAD", "/staff/profiles/export.zip").headers().firstValue("Content-Disposition").isEmpty());
    }

    private static Client person(String username, String name, String bio) {
        var client = service.browser().register(username);
        client.post("/profile/edit/", new Form().text("full_name", name).text("bio", bio));
        return client;
    }

    private TreeMap<String, String> zip(String query) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(browser.bytes("GET", "/staff/profiles/export.zip?" + query).body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return entries;
    }

    private static int exports(String username) {
        var acts = new ArrayList<>(service.graph().audit().findEvents(user(username), Long.MAX_VALUE, 50));
        return (int) acts.stream().filter(event -> event.action() == AuditAction.MEMBERS_EXPORTED).count();
    }
}

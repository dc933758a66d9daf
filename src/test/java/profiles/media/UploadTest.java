package profiles.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

class UploadTest extends ServiceTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static int count;

    private List<String> before;

    @BeforeEach
    void aMember() {
        var name = "sender" + ++count;
        program.register(name);
        browser.login(name, "correct horse");
        before = service.files();
    }

    @AfterEach
    void noTemporaryFileIsLeft() throws Exception {
        var folder = service.media().resolve(".incoming").toFile();
        var deadline = Instant.now().plusSeconds(10);
        while (folder.list().length > 0 && Instant.now().isBefore(deadline)) Thread.onSpinWait();
        assertEquals(List.of(), List.of(folder.list()));
    }

    @Test void every_kind_is_taken_where_it_belongs() {
        for (var file : Map.of("a.pdf", Samples.pdf(), "A.PDF", Samples.pdf(), "a.docx", Samples.docx(), "a.odt", Samples.odt()).entrySet())
            assertEquals(200, send("cv", file.getKey(), file.getValue()).status(), file.getKey());
        for (var file : Map.of("a.pdf", Samples.pdf(), "a.png", Samples.png(), "a.jpg", Samples.jpeg(), "a.JPEG", Samples.jpeg())
            .entrySet())
            assertEquals(200, send("certificate", file.getKey(), file.getValue()).status(), file.getKey());
        assertEquals(422, send("cv", "a.png", Samples.png()).status());
        assertEquals(422, send("certificate", "a.docx", Samples.docx()).status());
    }

    @Test void the_bytes_say_what_a_file_is_and_its_name_says_nothing() { // ASVS 5.2.2
        refused("cv", "evil.pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        refused("cv", "evil.pdf", "MZ\u0090\0\3".getBytes(StandardCharsets.ISO_8859_1));
        refused("certificate", "seal.png", "GIF89a".getBytes(StandardCharsets.US_ASCII));
        for (var name : new String[] {"cv.html", "cv.pdf.html", "cv", ".pdf", "cv.docx"})
            assertTrue(path(send("cv", name, Samples.pdf()).json(), "cv").endsWith(".pdf"), name);
        assertTrue(path(send("cv", "cv.pdf", Samples.docx()).json(), "cv").endsWith(".docx"));
        assertTrue(path(send("cv", "cv.docx", Samples.odt()).json(), "cv").endsWith(".odt"));
        assertTrue(path(send("certificate", "seal.jpg", Samples.png()).json(), "certificate").endsWith(".png"));
    }

    @Test void a_plain_zip_is_no_document() {
        refused("cv", "cv.docx", Samples.zip("readme.txt", "hello"));
        refused("cv", "cv.docx", Samples.zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<x/>"));
        refused("cv", "cv.odt", Samples.zip("readme.txt", "hello"));
        refused("cv", "cv.docx", Arrays.copyOf(Samples.docx(), 60));
    }

    @Test void an_empty_file_is_refused() {
        refused("cv", "cv.pdf", new byte[0]);
    }

    @Test void a_file_over_the_limit_is_refused_and_what_was_typed_is_kept() { // ASVS 5.2.1
        try (var small = Service.on(engine, Map.of("MAX_UPLOAD_MB", "1"))) {
            var person = small.browser().register("large");
            var form = new Form().text("full_name", "Ada Lovelace").text("bio", "Typed")
                .file("cv", "cv.pdf", "application/pdf", Samples.pdf(MEGABYTE + 1));

            var page = person.post("/profile/edit/", form);
            var json = person.post("/profile/edit/", form, "Accept", "application/json");
            var fits = person.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf(MEGABYTE)));

            assertEquals(413, page.status());
            assertTrue(page.contains("at most 1 MB") && page.contains("value=\"Ada Lovelace\"") && page.contains("Typed"), page::toString);
            assertEquals(413, json.status());
            assertTrue(json.json().at("/errors/cv/0").isTextual());
            assertEquals(303, fits.status());
            assertEquals(1, small.files().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.pdf", "/etc/evil.pdf", "..\\\\evil.pdf", "cvs/../../evil.pdf", "C:\\\\evil.pdf"})
    void a_name_that_is_a_path_is_only_a_name(String name) { // ASVS 5.3.2
        var url = path(send("cv", name, Samples.pdf()).json(), "cv");

        assertTrue(url.matches("/media/cvs/evil(_[A-Za-z0-9]{7})?\\.pdf"), url);
        assertTrue(service.files().stream().allMatch(file -> file.matches("(cvs|certificates)/[^/]+")), service.files().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe.pdf", "резюме.pdf", "履歴書.pdf", "🎉.pdf", "a b.pdf", "a+b.pdf", "a&b=c.pdf", "a;b.pdf", "a#b.pdf",
        "a'b.pdf", "100%.pdf", "a?b.pdf", "a~b.pdf", "[a].pdf",
        "{a}.pdf", "a,b.pdf", "a@b.pdf", "!$().pdf", "x.tar.pdf", "-a.pdf", "con.pdf", "a^`|.pdf"})
    void whatever_it_is_called_it_can_be_read_again(String name) {
        var bytes = Samples.pdf(name);

        var answer = program.post("/profile/edit/", new Form().file("cv", name, "application/pdf", bytes));

        assertEquals(200, answer.status(), answer::toString);
        assertArrayEquals(bytes, program.bytes("GET", path(answer.json(), "cv")).body());
        assertEquals(200, browser.get("/profile/").status());
    }

    @Test void a_replaced_file_goes_and_nothing_else_does() {
        var first = path(send("cv", "old.pdf", Samples.pdf("old")).json(), "cv");
        send("certificate", "seal.png", Samples.png());

        var second = path(send("cv", "new.pdf", Samples.pdf("new")).json(), "cv");

        assertEquals(before.size() + 2, service.files().size());
        assertEquals(404, program.get(first).status());
        assertArrayEquals(Samples.pdf("new"), program.bytes("GET", second).body());
    }

    @Test void the_same_file_again_leaves_one() {
        for (int i = 0; i < 3; i++) send("cv", "same.pdf", Samples.pdf());

        assertEquals(before.size() + 1, service.files().size());
    }

    @Test void a_ticked_box_or_a_null_removes_the_file() {
        send("cv", "cv.pdf", Samples.pdf());
        assertEquals(303, browser.post("/profile/edit/", "cv-clear", "on").status());
        assertEquals(before, service.files());

        send("cv", "cv.pdf", Samples.pdf());
        var json = program.send("PATCH", "/api/profile/", "application/json", "{\"cv\":null}");
        assertTrue(json.json().get("cv").isNull());
        assertEquals(before, service.files());
        assertEquals(200, program.send("PATCH", "/api/profile/", "application/json", "{\"cv\":null}").status(), "also when there is none");
    }

    @Test void to_send_and_to_remove_at_once_is_refused() {
        send("cv", "cv.pdf", Samples.pdf("kept"));

        var answer = program.post("/profile/edit/", new Form().text("cv-clear", "on")
            .file("cv", "other.pdf", "application/pdf", Samples.pdf()));

        assertEquals(422, answer.status());
        assertTrue(answer.json().at("/errors/cv/0").isTextual());
        assertArrayEquals(Samples.pdf("kept"), program.bytes("GET", path(program.get("/api/profile/").json(), "cv")).body());
    }

    @Test void two_files_in_one_field_are_refused() {
        var answer = program.post("/profile/edit/", new Form().file("cv", "a.pdf", "application/pdf", Samples.pdf())
            .file("cv", "b.pdf", "application/pdf", Samples.pdf()));

        assertEquals(422, answer.status());
        assertEquals(before, service.files());
    }

    @Test void no_file_chosen_keeps_the_one_that_is_there() {
        send("cv", "cv.pdf", Samples.pdf());

        var answer = browser.post("/profile/edit/", new Form().text("full_name", "Ada")
            .file("cv", "", "application/octet-stream", new byte[0]));

        assertEquals(303, answer.status());
        assertFalse(program.get("/api/profile/").json().get("cv").isNull());
    }

    @Test void a_file_with_a_wrong_one_beside_it_is_not_kept() {
        var answer = program.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf())
            .file("certificate", "x.txt", "text/plain", "x".getBytes()));

        assertEquals(422, answer.status());
        assertEquals(before, service.files());
        assertTrue(program.get("/api/profile/").json().get("cv").isNull());
    }

    @Test void two_members_with_the_same_name_for_a_file_both_keep_theirs() {
        var other = service.program().register("twin" + count);

        var mine = path(send("cv", "twin" + count + ".pdf", Samples.pdf("mine")).json(), "cv");
        var theirs = path(other.post("/profile/edit/", new Form()
            .file("cv", "twin" + count + ".pdf", "application/pdf", Samples.pdf("theirs"))).json(), "cv");

        assertNotEquals(mine, theirs);
        assertArrayEquals(Samples.pdf("mine"), program.bytes("GET", mine).body());
        assertArrayEquals(Samples.pdf("theirs"), other.bytes("GET", theirs).body());
    }

    @Test void a_text_is_no_file_but_the_own_address_means_keep() {
        var sent = send("cv", "cv.pdf", Samples.pdf()).json();

        assertEquals(200, program.send("PUT", "/api/profile/", "application/json", sent.toString()).status());
        for (var text : new String[] {"text", "cvs/other.pdf", "http://127.0.0.1/media/cvs/other.pdf",
            "data:application/pdf;base64,JVBERi0="}) {
            assertEquals(422, program.send("PUT", "/api/profile/", "application/json", "{\"cv\":\"" + text + "\"}").status(), text);
            assertEquals(422, browser.post("/profile/edit/", "cv", text).status(), text);
        }
        assertEquals(sent, program.get("/api/profile/").json());
    }

    @Test void of_many_replacements_at_once_one_stays_and_no_file_is_left_over() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var sends = IntStream.range(0, 24).<Callable<Answer>>mapToObj(i -> () -> send("cv", "race.pdf", Samples.pdf("race " + i)))
                .toList();

            for (var answer : threads.invokeAll(sends)) assertEquals(200, answer.get().status(), answer.get()::toString);
        } finally {
            threads.shutdownNow();
        }

        var left = path(program.get("/api/profile/").json(), "cv");
        assertEquals(200, program.bytes("GET", left).statusCode());
        assertEquals(before.size() + 1, service.files().size(), service.files().toString());
    }

    @Test void a_file_that_cannot_be_written_changes_nothing() throws Exception {
        try (var full = Service.on(engine)) {
            var person = full.program().register("unlucky");
            Files.writeString(full.media().resolve("cvs"), "in the way of the folder");

            var answer = person.post("/profile/edit/", new Form().text("full_name", "Ada")
                .file("cv", "cv.pdf", "application/pdf", Samples.pdf()));

            assertEquals(503, answer.status());
            assertEquals("", person.get("/api/profile/").json().get("full_name").textValue());
        }
    }

    private Answer send(String field, String name, byte[] bytes) {
        return program.post("/profile/edit/", new Form().file(field, name, "application/pdf", bytes));
    }

    /** In both dialects. */
    private void refused(String field, String name, byte[] bytes) {
        var json = send(field, name, bytes);
        var page = browser.post("/profile/edit/", new Form().file(field, name, "application/pdf", bytes));

        assertEquals(422, json.status(), name + json);
        assertTrue(json.json().at("/errors/" + field + "/0").isTextual());
        assertEquals(422, page.status());
        assertTrue(page.contains("id=\"" + field + "-error\""));
        assertEquals(before, service.files());
    }

    private static String path(JsonNode profile, String field) {
        return URI.create(profile.get(field).textValue()).getRawPath();
    }
}

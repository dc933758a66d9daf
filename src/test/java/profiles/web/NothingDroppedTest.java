package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.SqliteServiceTest;

/** What is sent is read or refused, and never dropped behind a success. */
class NothingDroppedTest extends SqliteServiceTest {
    private static final String FORM = "application/x-www-form-urlencoded", JSON = "application/json",
        PARTS = "multipart/form-data; boundary=B";
    private static final String MARK = "\u00EF\u00BB\u00BF", PDF = new String(Samples.pdf(), StandardCharsets.ISO_8859_1);
    private static int count;

    private Log log;

    @BeforeEach
    void aMember() {
        var name = "kept" + ++count;
        program.register(name);
        browser.login(name, "correct horse");
        log = new Log();
    }

    @AfterEach
    void nothingIsKept() {
        log.close();
        assertEquals("", program.get("/api/profile/").json().get("bio").textValue());
        assertTrue(program.get("/api/profile/").json().get("cv").isNull());
        assertEquals(List.of(), service.files());
        assertEquals(List.of(), log.alarms());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "zstd", "identity, gzip", "gzip, identity", "x-gzip", "nonsense"})
    void a_body_with_a_content_coding_is_a_415_that_names_what_is_read(String coding) {
        for (var type : List.of(FORM, JSON, PARTS))
            for (var client : List.of(program, browser)) {
                var answer = client.send("POST", "/profile/edit/", type, "bio=packed", "Content-Encoding", coding);

                refused(415, "Send it as it is", client, answer);
                assertEquals("identity", answer.header("Accept-Encoding"));
            }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", "", "identity, identity"})
    void no_coding_at_all_may_be_named(String coding) {
        assertEquals(200, program.send("PATCH", "/api/profile/", JSON, "{\"full_name\":\"Ada\"}", "Content-Encoding", coding).status());
        assertEquals("Ada", program.get("/api/profile/").json().get("full_name").textValue());
    }

    @Test void a_byte_order_mark_before_a_body_is_skipped() {
        assertEquals(200, bytes(program, JSON, MARK + "{\"full_name\":\"In JSON\"}").status());
        assertEquals("In JSON", name());
        assertEquals(303, bytes(browser, FORM, MARK + "full_name=In+a+form").status());
        assertEquals("In a form", name());
        assertEquals(303, bytes(browser, PARTS, MARK + part("name=\"full_name\"", "In parts") + "--B--\r\n").status());
        assertEquals("In parts", name());

        refused(400, "This is not JSON", program, bytes(program, JSON, MARK + MARK + "{\"bio\":\"Twice\"}"));
    }

    @Test void bytes_before_the_first_part_are_refused() {
        refused(400, "does not begin", program, bytes(program, PARTS, "bio=lost\r\n" + part("name=\"full_name\"", "Eve") + "--B--\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "cv[]", "cv[0]", "CV", "files", "version", "editor", "csrfmiddlewaretoken"})
    void a_file_under_a_name_that_is_not_known_is_refused_with_those_that_are(String name) {
        for (var client : List.of(program, browser))
            refused(400, "which is not known here. Files are taken as ", client, client.post("/profile/edit/", file(name, "a.pdf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full_name", "bio"})
    void a_file_in_a_field_of_text_is_told_beside_it(String name) {
        for (var client : List.of(program, browser)) {
            var answer = client.post("/profile/edit/", file(name, "a.pdf"));

            assertEquals(422, answer.status(), answer::toString);
            assertTrue(answer.contains("Send a text here, not a file."), answer::toString);
        }
        assertTrue(program.post("/profile/edit/", file(name, "a.pdf")).json().at("/errors/" + name + "/0").isTextual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "email", "cv-clear"})
    void a_file_under_any_other_known_name_is_refused(String name) {
        for (var client : List.of(program, browser)) refused(400, "Send a text here, not a file.", client,
            client.post("/profile/edit/", file(name, "a.pdf")));
    }

    @Test void a_form_without_files_takes_none() {
        var form = new Form().text("username", "eve").text("password", "correct horse")
            .file("cv", "a.pdf", "application/pdf", Samples.pdf());

        for (var client : List.of(service.program(), service.browser()))
            refused(400, "This form takes no files.", client, client.post("/accounts/login/", form));
    }

    @Test void a_file_without_a_name_is_told_beside_its_field() {
        for (var client : List.of(program, browser)) {
            var answer = client.post("/profile/edit/", file("cv", ""));

            assertEquals(422, answer.status(), answer::toString);
            assertTrue(answer.contains("This file was sent without a name."), answer::toString);
        }
        refused(400, "Files are taken as", program, program.post("/profile/edit/", file("other", "")));
    }

    @Test void a_file_input_that_was_left_empty_is_none() {
        var form = new Form().text("full_name", "Ada").file("cv", "", "application/octet-stream", new byte[0])
            .file("other", "", "application/octet-stream", new byte[0]);

        assertEquals(303, browser.post("/profile/edit/", form).status());
        assertEquals("Ada", name());
    }

    @Test void a_text_in_a_field_of_files_is_told_beside_it() {
        for (var form : List.of(new Form().text("cv", "a.pdf"), new Form().text("cv", "a.pdf")
            .file("cv", "a.pdf", "application/pdf", Samples.pdf()),
            new Form().file("cv", "a.pdf", "application/pdf", Samples.pdf()).file("cv", "b.pdf", "application/pdf", Samples.pdf())))
            for (var client : List.of(program, browser)) assertEquals(422, client.post("/profile/edit/", form).status());
        assertTrue(program.send("PATCH", "/api/profile/", FORM, "cv=a.pdf").json().at("/errors/cv/0").isTextual());
    }

    @Test void a_value_that_comes_twice_is_told_beside_its_field() {
        for (var client : List.of(program, browser)) {
            for (var answer : List.of(client.post("/profile/edit/", new Form().text("bio", "one").text("bio", "two")),
                client.send("POST", "/profile/edit/", FORM, "bio=one&bio=two"))) {
                assertEquals(422, answer.status(), answer::toString);
                assertTrue(answer.contains("Send this once, not several times."), answer::toString);
            }
        }
        refused(400, "Send this once", program, service.program()
            .send("POST", "/accounts/login/", FORM, "username=a&username=b&password=c"));
    }

    @Test void what_has_no_name_is_refused() {
        for (var parts : List.of("name=\"\"", "name=", "filename=\"a.pdf\"", "name=\"\"; filename=\"a.pdf\""))
            refused(400, "has no name", program, bytes(program, PARTS, part(parts, PDF) + "--B--\r\n"));
        refused(400, "has no name", program, program.send("POST", "/profile/edit/", FORM, "=lost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable", "Content-Encoding: gzip",
        "Content-Type: text/plain; charset=utf-16"})
    void a_part_with_an_encoding_of_its_own_is_refused(String header) {
        var form = part("name=\"bio\"\r\n" + header, "QWRh") + "--B--\r\n";

        for (var client : List.of(program, browser)) assertEquals(415, bytes(client, PARTS, form).status());
        assertEquals(200,
            bytes(program, PARTS, part("name=\"full_name\"\r\nContent-Transfer-Encoding: 8bit\r\nContent-Type: text/plain; charset=UTF-8",
            "Ada")
            + "--B--\r\n").status());
    }

    private static Form file(String name, String fileName) {
        return new Form().text("bio", "lost").file(name, fileName, "application/pdf", Samples.pdf());
    }

    private static String part(String disposition, String content) {
        return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private String name() {
        return program.get("/api/profile/").json().get("full_name").textValue();
    }

    /** Each character is one byte. */
    private static Answer bytes(Client client, String type, String body) {
        return client.send("POST", "/profile/edit/", BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)), "Content-Type",
            type);
    }

    private void refused(int status, String words, Client client, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(answer.contains(words), answer::toString);
        assertTrue(answer.header("Content-Type").startsWith(client == browser ? "text/html" : "application/problem+json")
            || client != program);
    }
}

package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wire;

/** What cannot be understood: a clear answer, nothing written, nothing lost, and nothing in the log, which is for our own mistakes. */
class BadInputTest extends SqliteServiceTest {
    private static final String FORM = "application/x-www-form-urlencoded", JSON = "application/json",
        PARTS = "multipart/form-data; boundary=B";
    private static int count;

    private Log log;

    @BeforeEach
    void aMemberWithAProfile() {
        var name = "bad" + ++count;
        program.register(name);
        browser.login(name, "correct horse");
        program.send("PATCH", "/api/profile/", JSON, "{\"full_name\":\"Ada\",\"bio\":\"Line\"}");
        log = new Log();
    }

    @AfterEach
    void nothingHasChanged() {
        log.close();
        var profile = program.get("/api/profile/").json();
        assertEquals("Ada", profile.get("full_name").textValue());
        assertEquals("Line", profile.get("bio").textValue());
        assertTrue(profile.get("cv").isNull());
        assertEquals(List.of(), service.files());
        assertEquals(List.of(), log.alarms());
    }

    @Test void over_long_texts_are_refused_and_come_back() {
        var name = "n".repeat(255) + "\uD83C\uDF89";

        var page = browser.post("/profile/edit/", "full_name", name, "bio", "New");
        var json = program.send("PUT", "/api/profile/", JSON, "{\"full_name\":\"" + name + "\",\"bio\":\"" + "b".repeat(20_001) + "\"}");

        assertEquals(422, page.status());
        assertTrue(page.contains("Use at most 255 characters (this has 256)."));
        assertTrue(page.contains(name) && page.contains("New"), "what was typed is there");
        assertEquals(422, json.status());
        assertTrue(json.json().at("/errors/full_name/0").isTextual());
        assertEquals("Use at most 20,000 characters (this has 20,001).", json.json().at("/errors/bio/0").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0007b", "a\\u001Bb", "a\\u007Fb", "a\\u0085b", "a\\nb", "a\\u2028b"})
    void control_characters_are_refused(String text) throws IOException {
        var json = program.send("PATCH", "/api/profile/", JSON, "{\"full_name\":\"" + text + "\"}");
        var page = browser.send("POST", "/profile/edit/", FORM, "full_name=" + escaped(text));

        assertEquals(422, json.status());
        assertEquals(422, page.status());
    }

    @Test void a_half_of_a_surrogate_pair_is_refused() {
        for (var text : new String[] {"\\uD83C", "\\uDF89", "a\\uDF89\\uD83Cb"}) {
            assertEquals(422, program.send("PATCH", "/api/profile/", JSON, "{\"full_name\":\"" + text + "\"}").status());
            assertEquals(422, program.send("PATCH", "/api/profile/", JSON, "{\"bio\":\"" + text + "\"}").status());
        }
        refused(400, bytes(JSON, "{\"full_name\":\"\u00ED\u00A0\u00BC\"}"));
    }

    @Test void bytes_that_are_no_utf8_are_refused() {
        for (var bytes : new String[] {"\u00FF", "\u00C3(", "\u00C0\u00AE", "\u00ED\u00A0\u0080", "caf\u00E9"}) {
            refused(422, bytes(FORM, "full_name=" + bytes));
            refused(422, bytes(PARTS, part("full_name", bytes) + "--B--\r\n"));
            refused(400, bytes(JSON, "{\"full_name\":\"" + bytes + "\"}"));
        }
        refused(422, bytes(FORM, "full_name=%FF"));
        refused(422, bytes(FORM, "bio=caf%E9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full_name=%zz", "full_name=%", "full_name=a%4", "%zz=a", "full_name=Eve&%=", "full_name=Eve&bio=%u1234"})
    void broken_percent_encoding_is_refused_whole(String body) {
        refused(400, browser.send("POST", "/profile/edit/", FORM, body));
        refused(400, program.send("POST", "/profile/edit/", FORM, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "}", "[]", "[{\"full_name\":\"Eve\"}]", "null", "true", "1", "\"text\"", "{\"full_name\":\"Eve\"",
        "{\"full_name\":\"Eve\"}}",
        "{\"full_name\":\"Eve\"} x", "{\"full_name\":\"Eve\"}{\"bio\":\"\"}", "{full_name:\"Eve\"}", "{'full_name':'Eve'}",
        "{\"full_name\":\"Eve\",}", "{\"full_name\":\"Eve",
        "{\"full_name\":\"E\u0007ve\"}", "{\"full_name\":\"\\x\"}", "{\"full_name\":\"\\uZZZZ\"}", "{\"full_name\":NaN}",
        "{\"full_name\":Eve}", "<a/>", "full_name=Eve", "\uFEFF",
        "{\"full_name\":\"Eve\",\"full_name\":\"Mallory\"}", "{\"full_name\":\"Eve\",\"unknown\":1}",
        "{\"full_name\":\"Eve\",\"FULL_NAME\":\"\"}", "{\"full_name\":\"Eve\",\"id\":1}",
        "{\"full_name\":\"Eve\",\"is_staff\":true}", "{\"full_name\":12}", "{\"full_name\":true}", "{\"full_name\":[\"Eve\"]}",
        "{\"full_name\":{\"a\":\"Eve\"}}", "{\"bio\":1e999}",
        "{\"cv\":{}}", "{\"cv\":1}", "{\"full_name\":\"Eve\",\"\":\"\"}", "// Eve\n{}"})
    void broken_or_other_json_is_refused(String body) {
        refused(400, program.send("PUT", "/api/profile/", JSON, body));
        refused(400, browser.send("POST", "/profile/edit/", JSON, body));
    }

    @Test void deep_json_is_refused() {
        refused(400, program.send("PUT", "/api/profile/", JSON, "[".repeat(400_000)));
        refused(400, program.send("PUT", "/api/profile/", JSON, "{\"full_name\":" + "[".repeat(300_000) + "]".repeat(300_000) + "}"));
        refused(400, program.send("PUT", "/api/profile/", JSON, "{\"a\":".repeat(150_000)));
        refused(400, program.send("PUT", "/api/profile/", JSON, "{\"full_name\":" + "9".repeat(900_000) + "}"));
        refused(400, program.send("PUT", "/api/profile/", JSON, "{\"" + "k".repeat(900_000) + "\":1}"));
    }

    @Test void json_in_utf16_is_refused() {
        refused(400, program.send("PATCH", "/api/profile/", BodyPublishers.ofByteArray(
            "{\"full_name\":\"Eve\"}".getBytes(StandardCharsets.UTF_16)),
            "Content-Type", JSON));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''", "text/plain", "application/jsonp", "nonsense", "/", "multipart/mixed; boundary=B",
        "application/octet-stream"})
    void another_content_type_is_refused(String type) {
        refused(415, bytes(type, "full_name=Eve"));
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON + "; charset=klingon", JSON + "; charset=utf-16", JSON + "; charset", JSON + ";charset=",
        FORM + "; charset=iso-8859-1", FORM + "; charset=\"\"",
        PARTS + "; charset=klingon", FORM + "; CharSet = latin1", "text/plain; charset"})
    void another_charset_than_utf8_is_refused(String type) {
        refused(415, bytes(type, "full_name=Eve"));
        refused(415, program.get("/accounts/login/?next=/x", "Content-Type", type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other",
        "multipart/form-data; x=y"})
    void parts_without_the_boundary_that_they_say_are_refused(String type) {
        refused(400, bytes(type, part("full_name", "Eve") + "--B--\r\n"));
    }

    @Test void parts_without_an_end_are_refused() {
        refused(400, bytes(PARTS, part("full_name", "Eve")));
        refused(400, bytes(PARTS, part("full_name", "Eve") + "--B"));
        refused(400, bytes(PARTS, "--B\r\nContent-Disposition: form-data; name=\"full_name\"\r\n"));
        refused(400, bytes(PARTS, ""));
        refused(400, bytes(PARTS, "--B\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n"
            + new String(Samples.pdf(), StandardCharsets.US_ASCII)));
    }

    @Test void parts_that_say_no_name_are_refused() {
        refused(400, bytes(PARTS, "--B\r\n\r\nEve\r\n--B--\r\n"));
        refused(400, bytes(PARTS, "--B\r\nContent-Disposition: form-data\r\n\r\nEve\r\n--B--\r\n"));
    }

    @Test void very_many_parts_and_very_long_part_headers_are_refused() {
        var many = new StringBuilder(part("full_name", "Eve"));
        for (int i = 0; i < 10_000; i++) many.append(part("p" + i, "v"));

        tooLarge(PARTS, many + "--B--\r\n");
        tooLarge(PARTS, "--B\r\nContent-Disposition: form-data; name=\"full_name\"\r\nX: " + "x".repeat(100_000)
            + "\r\n\r\nEve\r\n--B--\r\n");
        tooLarge(PARTS, part("n".repeat(100_000), "v") + "--B--\r\n");
    }

    @Test void texts_over_the_limit_are_refused() {
        tooLarge(FORM, "bio=" + "b".repeat(1_000_000));
        tooLarge(JSON, "{\"bio\":\"" + "b".repeat(1_000_000) + "\"}");
        tooLarge(PARTS, part("bio", "b".repeat(1_100_000)) + "--B--\r\n");
        refused(422, bytes(PARTS, part("bio", "b".repeat(900_000)) + "--B--\r\n"));
    }

    @Test void an_empty_form_changes_nothing() {
        assertEquals(303, browser.send("POST", "/profile/edit/", FORM, "").status());
        assertEquals(303, browser.send("POST", "/profile/edit/", FORM, "&&&").status());
        assertEquals(200, program.send("PATCH", "/api/profile/", JSON, "{}").status());
        assertEquals(303, browser.send("POST", "/profile/edit/", FORM, "unknown=1&csrfmiddlewaretoken=x").status());
    }

    @Test void a_garbled_login_is_only_a_wrong_one() {
        for (var name : new String[] {"%FF", "%00", "a".repeat(15_000), "%ED%A0%80", "%EF%B7%BA".repeat(1_500), "'%20or%20''='",
            "%F0%9F%8E%89"}) {
            assertEquals(422, browser.send("POST", "/accounts/login/", FORM, "username=" + name + "&password=" + name).status());
        }
        for (var text : new String[] {"\\uD83C", "\\u0000", "\\uDF89x"}) {
            assertEquals(422, program.send("POST", "/accounts/login/", JSON,
                "{\"username\":\"" + text + "\",\"password\":\"" + text + "\"}").status());
        }
    }

    @Test void a_garbled_registration_makes_no_account() {
        for (var name : new String[] {"%FF", "%00", "a%00b", "a%0Ab", "a".repeat(151), "%ED%A0%80", "%EF%B7%BA", "%E2%80%AEx", "", "%20",
            "%F0%9F%8E%89"}) {
            var answer = service.browser().send("POST", "/accounts/register/", FORM,
                "username=" + name + "&password1=correct+horse&password2=correct+horse");
            assertEquals(422, answer.status(), name);
        }
        assertEquals(422, program.send("POST", "/accounts/register/", JSON,
            "{\"username\":\"x\\uD83C\",\"password1\":\"correct horse\",\"password2\":\"correct horse\"}").status());
        assertEquals(422, program.send("POST", "/accounts/register/", JSON,
            "{\"username\":\"half\",\"password1\":\"correct \\uD83C\",\"password2\":\"correct \\uD83C\"}").status());
    }

    private void refused(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertFalse(answer.contains("Something went wrong"));
    }

    /** The answer comes before all is sent, which few HTTP clients are ready for. */
    private void tooLarge(String type, String body) {
        try (var wire = new Wire(service)) {
            var answer = wire.head("POST /profile/edit/", "Cookie: session=" + program.cookie("session"), "Content-Type: " + type,
                "Accept: application/json",
                "Content-Length: " + body.length()).send(body).answer();

            assertTrue(answer.startsWith("HTTP/1.1 413 ") && answer.contains("\"status\":413"), answer);
        }
    }

    /** Each character is one byte. */
    private Answer bytes(String type, String body) {
        var publisher = BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1));
        return type == null || type.isEmpty() ? program.send("POST", "/profile/edit/", publisher)
            : program.send("POST", "/profile/edit/", publisher, "Content-Type", type);
    }

    private static String part(String name, String text) {
        return "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n";
    }

    /** JSON's escapes as a form has them. */
    private static String escaped(String json) throws IOException {
        return URLEncoder.encode(Json.STRICT.readTree("\"" + json + "\"").textValue(), StandardCharsets.UTF_8);
    }
}

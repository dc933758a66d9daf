package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Log;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wire;

class FormErrorsTest extends SqliteServiceTest {
    private static final String URLENCODED = "application/x-www-form-urlencoded";

    @Test void who_sent_a_form_after_the_session_ended_comes_back_to_its_page() {
        var sessions = browser.send("POST", "/accounts/sessions/7/end/", URLENCODED, "", "Referer",
            "http://127.0.0.1:" + service.port() + "/accounts/sessions/");
        var unknown = browser.post("/profile/edit/", "full_name", "Eve");
        var evil = browser.send("POST", "/profile/edit/", URLENCODED, "", "Referer", "https://evil.example//evil.example/x");

        assertEquals("/accounts/login/?next=%2Faccounts%2Fsessions%2F", sessions.location());
        assertEquals("/accounts/login/?next=%2F", unknown.location());
        assertEquals("/accounts/login/?next=%2F", evil.location());
    }

    @Test void an_unknown_address_is_a_404() {
        for (var path : new String[] {"/nothing", "/profile/edit/more/", "/static/nothing.css", "/static/../profiles.db", "/Profile/",
            "/media/", "/a;b=c", "/%61pi/profile/"}) {
            page(404, browser.get(path));
            problem(404, program.get(path));
        }
    }

    @Test void an_unknown_method_is_a_405_that_names_the_known_ones() {
        page(405, browser.post("/profile/"));
        problem(405, program.post("/profile/"));
        var api = program.send("DELETE", "/api/profile/", BodyPublishers.noBody());
        problem(405, api);
        assertEquals(Set.of("GET", "HEAD", "PUT", "PATCH"), Set.of(api.header("Allow").split(", ")));
        problem(405, program.get("/accounts/logout/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "PROPFIND", "get", "BEFORE", "AFTER", "WEBSOCKET_BEFORE_UPGRADE", "X"})
    void odd_methods_are_refused_and_do_nothing(String method) {
        try (var wire = new Wire(service); var log = new Log()) {
            var answer = wire.head(method + " /profile/", "Accept: application/json", "Connection: close").answer();

            assertTrue(answer.matches("(?s)HTTP/1.1 4\\d\\d .*\"status\":4\\d\\d.*"), answer);
            assertEquals(List.of(), log.alarms());
        }
    }

    @Test void another_media_type_is_a_415_that_names_the_known_ones() {
        var page = browser.send("POST", "/accounts/login/", "text/plain", "username=ada");
        var json = program.send("POST", "/accounts/login/", "application/xml", "<a/>");

        page(415, page);
        problem(415, json);
        assertTrue(json.header("Accept").contains("application/json"));
    }

    @Test void a_guest_is_led_to_the_login_and_a_program_is_told_how_to_sign_in() {
        var page = browser.get("/profile/?a=b");
        var json = program.get("/profile/");

        assertEquals(303, page.status());
        assertEquals("/accounts/login/?next=%2Fprofile%2F%3Fa%3Db", page.location());
        problem(401, json);
        assertFalse(json.header("WWW-Authenticate").isBlank());
        assertNull(json.location());
    }

    @Test void a_cookie_that_means_nothing_is_a_guests() {
        for (var cookie : new String[] {"session=", "session=x", "session=\"; drop table\"", "session=" + "a".repeat(4000), "session=%00",
            "session", "=", ";;"}) {
            assertEquals(401, program.get("/profile/", "Cookie", cookie).status(), cookie);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media/..%2Fprofiles.db", "/media/%2e%2e%2fx", "/media//cvs/x.pdf", "/%zz", "/%", "/media/%00",
        "/media/%C3%28", "/media/%C0%AE%C0%AE/x",
        "/media/cvs/;/x.pdf", "/%uFF0E/"})
    void what_the_server_refuses_before_any_route_is_answered_plainly_too(String path) {
        try (var asPerson = new Wire(service); var asProgram = new Wire(service); var log = new Log()) {
            var page = asPerson.head("GET " + path, "Accept: text/html", "Connection: close").answer();
            var json = asProgram.head("GET " + path, "Accept: application/json", "Connection: close").answer();

            assertTrue(page.matches("(?s)HTTP/1.1 400 .*"), page);
            assertTrue(json.matches("(?s)HTTP/1.1 400 .*"), json);
            plain(page);
            plain(json);
            assertEquals(List.of(), log.alarms());
        }
    }

    @Test void such_an_answer_comes_in_the_dialect_asked_for() {
        try (var asPerson = new Wire(service); var asProgram = new Wire(service); var toApi = new Wire(service)) {
            var page = asPerson.head("GET /media/..%2Fx", "Accept: text/html", "Connection: close").answer();
            var json = asProgram.head("GET /media/..%2Fx", "Accept: application/json", "Connection: close").answer();
            var api = toApi.head("GET /api/..%2Fx", "Connection: close").answer();

            assertTrue(page.contains("Content-Type: text/html; charset=utf-8"), page);
            assertTrue(page.contains("<h1>This cannot be understood</h1>"), page);
            assertTrue(page.contains("Content-Security-Policy: default-src 'none'"), page);
            for (var answer : new String[] {json, api}) {
                assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
                assertTrue(answer.contains("\"status\":400"), answer);
                assertTrue(answer.contains("Cache-Control: no-store"), answer);
            }
        }
    }

    @Test void requests_that_are_no_http_are_answered_plainly() {
        for (var bytes : new String[] {"\u0016\u0003\u0001\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET /\r\n\r\n", "nonsense\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nNo colon\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"}) {
            try (var wire = new Wire(service); var log = new Log()) {
                var answer = wire.send(bytes).end().answer();

                assertTrue(answer.matches("(?s)HTTP/1.1 (400|426|505) .*"), bytes + answer);
                plain(answer);
                assertEquals(List.of(), log.alarms(), bytes);
            }
        }
    }

    @Test void too_long_an_address_or_header_is_told_so() {
        try (var address = new Wire(service); var header = new Wire(service); var many = new Wire(service)) {
            var tooLong = address.head("GET /" + "a".repeat(20_000)).end().answer();
            var tooLarge = header.head("GET /", "X: " + "a".repeat(20_000)).end().answer();
            var tooMany = many.head("GET /", "X: a\r\n".repeat(5_000) + "Y: b").end().answer();

            assertTrue(tooLong.startsWith("HTTP/1.1 414 ") && tooLong.contains("The address is too long."), tooLong);
            assertTrue(tooLarge.startsWith("HTTP/1.1 431 ") && tooLarge.contains("The headers are too long."), tooLarge);
            assertTrue(tooMany.startsWith("HTTP/1.1 431 "), tooMany);
        }
    }

    @Test void head_is_answered_like_get_without_a_body() {
        browser.register("heading");

        for (var path : new String[] {"/profile/", "/accounts/login/", "/healthz", "/static/profiles.css"}) {
            var answer = browser.bytes("HEAD", path);

            assertEquals(200, answer.statusCode(), path);
            assertEquals(0, answer.body().length, path);
        }
        assertEquals(404, browser.bytes("HEAD", "/nothing").statusCode());
        assertEquals(401, program.bytes("HEAD", "/profile/").statusCode());
    }

    private static void page(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
        assertTrue(answer.contains("<h1>"), answer::toString);
        plain(answer.body());
    }

    /** RFC 9457. */
    private static void problem(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertEquals("application/problem+json", answer.header("Content-Type").split(";")[0]);
        assertEquals(status, answer.json().get("status").intValue());
        assertTrue(answer.json().get("title").isTextual() && answer.json().get("detail").isTextual());
        plain(answer.body());
    }

    /** ASVS 13.4.2, 16.5.1: nothing of the machinery shows. */
    private static void plain(String answer) {
        assertFalse(answer.matches("(?is).*(jetty|javalin|exception|\\tat |powered by|stack|java\\.).*"), answer);
    }
}

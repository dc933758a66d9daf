package profiles.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.OnSqlite;
import profiles.fixture.Service;

/** ASVS 3.4.2, 3.5.2: pages of origins that are named may ask, and no other's. */
@OnSqlite
class CorsTest {
    private static final String APP = "https://app.example.org", JSON = "application/json";
    private static final String[] HEADERS = {"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials",
        "Access-Control-Allow-Methods",
        "Access-Control-Allow-Headers", "Access-Control-Expose-Headers", "Access-Control-Max-Age"};
    private static Service service;

    @Parameter
    Engine engine;

    private Client program;

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        service = Service.on(engine, Map.of("CORS_ORIGINS", APP + ", http://127.0.0.1:3000"));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @BeforeEach
    void newVisitor() {
        program = service.program();
    }

    @Test void a_named_origin_may_sign_in_and_change_the_profile() {
        var made = program.send("POST", "/accounts/register/", JSON,
            "{\"username\":\"spa\",\"password1\":\"correct horse\",\"password2\":\"correct horse\"}",
            "Origin", APP, "Sec-Fetch-Site", "same-site");
        var saved = program.send("PATCH", "/api/profile/", JSON, "{\"full_name\":\"Ada\"}", "Origin", APP, "Sec-Fetch-Site", "same-site");

        assertEquals(201, made.status());
        assertEquals(200, saved.status());
        for (var answer : List.of(made, saved)) {
            assertEquals(APP, answer.header("Access-Control-Allow-Origin"));
            assertEquals("true", answer.header("Access-Control-Allow-Credentials"));
            assertTrue(answer.header("Access-Control-Expose-Headers").contains("ETag"));
            assertEquals(List.of("Accept, Origin"), answer.headers("Vary"));
        }
    }

    @Test void a_named_origin_reads_errors_too() {
        var guest = program.get("/api/profile/", "Origin", APP);
        var wrong = program.send("POST", "/accounts/login/", JSON, "{}", "Origin", APP);
        var nowhere = program.get("/api/nowhere/", "Origin", APP);

        assertEquals(List.of(401, 422, 404), List.of(guest.status(), wrong.status(), nowhere.status()));
        for (var answer : List.of(guest, wrong, nowhere)) assertEquals(APP, answer.header("Access-Control-Allow-Origin"));
    }

    @Test void a_preflight_is_answered_without_a_cookie() {
        var answer = preflight("/api/profile/", APP);

        assertEquals(204, answer.statusCode());
        assertEquals(APP, answer.headers().firstValue("Access-Control-Allow-Origin").orElse(null));
        assertEquals("true", answer.headers().firstValue("Access-Control-Allow-Credentials").orElse(null));
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Methods").orElse("").contains("PATCH"));
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Headers").orElse("").contains("If-Match"));
        assertEquals(List.of("Accept, Origin"), answer.headers().allValues("Vary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "https://app.example.org.evil.example", "http://app.example.org",
        "https://app.example.org:444", "null", "*", "",
        "HTTPS://APP.EXAMPLE.ORG", "https://app.example.org, https://evil.example"})
    void an_unnamed_origin_gets_no_header_and_may_change_nothing(String origin) {
        program.register("unnamed" + origin.hashCode());

        silent(program.get("/api/profile/", "Origin", origin));
        var changed = program.send("PATCH", "/api/profile/", JSON, "{\"full_name\":\"Mallory\"}", "Origin", origin, "Sec-Fetch-Site",
            "cross-site");
        var preflight = preflight("/api/profile/", origin);

        assertEquals(403, changed.status());
        silent(changed);
        assertEquals(405, preflight.statusCode());
        for (var header : HEADERS) assertFalse(preflight.headers().firstValue(header).isPresent(), header);
        assertEquals(List.of("Accept, Origin"), preflight.headers().allValues("Vary"), "a cache must not give it to a named one");
        assertFalse(program.get("/api/profile/").contains("Mallory"));
    }

    @Test void pages_stay_closed_to_named_origins() {
        program.register("pages");

        silent(program.get("/profile/", "Origin", APP));
        assertEquals(403, program.send("POST", "/profile/edit/", JSON, "{\"full_name\":\"Ada\"}", "Origin", APP, "Sec-Fetch-Site",
            "same-site").status());
    }

    @Test void a_document_may_be_shown_where_it_may_be_read() {
        assertEquals("cross-origin", program.get("/media/cvs/none.pdf", "Origin", APP).header("Cross-Origin-Resource-Policy"));
        assertEquals("same-origin", program.get("/media/cvs/none.pdf").header("Cross-Origin-Resource-Policy"));
    }

    @Test void unless_it_is_set_nobody_is_told_anything() {
        try (var closed = Service.on(engine)) {
            var answer = closed.program().get("/api/profile/", "Origin", APP);

            silent(answer);
            assertEquals(List.of("Accept"), answer.headers("Vary"));
            assertEquals(403, closed.program().send("POST", "/accounts/login/", JSON, "{}", "Origin", APP).status());
        }
    }

    private HttpResponse<byte[]> preflight(String path, String origin) {
        return program.bytes("OPTIONS", path, "Origin", origin, "Access-Control-Request-Method", "PATCH", "Access-Control-Request-Headers",
            "content-type,if-match");
    }

    private static void silent(Answer answer) {
        for (var header : HEADERS) assertNull(answer.header(header), header);
    }
}

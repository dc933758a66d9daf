package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wire;

/** Each address answers people and programs differently, which caches must know from every answer (RFC 9110, 12.5.5). */
class VaryTest extends SqliteServiceTest {
    private static final String JSON = "application/json";

    @Test void what_succeeds_says_that_it_depends_on_accept() {
        program.register("varying");
        browser.login("varying", "correct horse");
        var url = URI.create(program.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf())).json()
            .get("cv").textValue()).getRawPath();

        varies(200, program.get("/api/profile/"));
        varies(304, program.get("/api/profile/", "If-None-Match", "*"));
        varies(204, program.send("PATCH", "/api/profile/", JSON, "{\"full_name\":\"Ada\"}", "Prefer", "return=minimal"));
        varies(200, program.send("PATCH", "/api/profile/", JSON, "{\"full_name\":\"Ada\"}"));
        varies(200, browser.get("/profile/"));
        varies(303, browser.get("/"));
        varies(303, browser.post("/profile/edit/", "full_name", "Ada"));
        varies(200, program.get(url));
        varies(304, program.get(url, "If-None-Match", "*"));
        varies(206, program.get(url, "Range", "bytes=0-3"));
        varies(200, program.get("/healthz"));
        varies(200, program.get("/accounts/export/"));
        varies(204, program.post("/accounts/logout/"));
    }

    @Test void what_is_refused_says_so_too() {
        program.register("refused");

        varies(400, program.send("PATCH", "/api/profile/", JSON, "{"));
        varies(401, service.program().get("/profile/"));
        varies(303, browser.get("/profile/"));
        varies(403, program.get("/staff/profiles/"));
        varies(403, program.send("PATCH", "/api/profile/", JSON, "{}", "Sec-Fetch-Site", "cross-site"));
        varies(404, program.get("/nothing/"));
        varies(404, browser.get("/nothing/"));
        varies(405, program.send("DELETE", "/api/profile/", BodyPublishers.noBody()));
        varies(412, program.send("PATCH", "/api/profile/", JSON, "{}", "If-Match", "\"other\""));
        varies(415, program.send("PATCH", "/api/profile/", "text/plain", "x"));
        varies(422, program.send("PATCH", "/api/profile/", JSON, "{\"full_name\":\"a\\u0000\"}"));
        for (var line : new String[] {"GET /media/..%2Fx", "GET /%zz", "OPTIONS /profile/", "GET /" + "a".repeat(20_000)})
            try (var wire = new Wire(service)) {
                var answer = wire.head(line, "Connection: close").answer();
                assertTrue(answer.contains("\r\nVary: Accept\r\n"), answer);
            }
    }

    private static void varies(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(List.of(answer.header("Vary").split(", ")).contains("Accept"), answer.header("Vary"));
    }
}

package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import profiles.fixture.Log;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wire;

/** Requests that end too early or are too large, on the bare wire, where HTTP clients would not let them through. */
class TornRequestTest extends SqliteServiceTest {
    private static final String JSON = "Content-Type: application/json", FORM = "Content-Type: application/x-www-form-urlencoded",
        PARTS = "Content-Type: multipart/form-data; boundary=B";
    private static final String FILE = "--B\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n%PDF-1.4\n";
    private static int count;

    private String cookie;
    private Wire wire;
    private Log log;

    @BeforeEach
    void aMemberOnABareWire() {
        program.register("torn" + ++count);
        cookie = "Cookie: session=" + program.cookie("session");
        wire = new Wire(service);
        log = new Log();
    }

    @AfterEach
    void nothingHasChanged() {
        wire.close();
        log.close();
        assertEquals("", program.get("/api/profile/").json().get("full_name").textValue());
        assertEquals(List.of(), service.files());
        assertEquals(List.of(), log.alarms());
        assertTrue(eventually(() -> temporaryFiles() == 0));
    }

    @Test void a_body_that_ends_early_is_a_400_in_both_dialects() {
        for (var body : new String[] {JSON + "|{\"full_name\":\"Eve\"", JSON + "|{\"full_name\":\"Eve\"}", FORM + "|full_name=Eve",
            PARTS + "|" + FILE}) {
            for (var accept : new String[] {"application/json", "text/html"}) {
                try (var torn = new Wire(service)) {
                    var type = body.split("\\|")[0];
                    var answer = torn.head("POST /profile/edit/", cookie, type, "Accept: " + accept, "Content-Length: 5000")
                        .send(body.substring(type.length() + 1)).end().answer();

                    assertTrue(answer.startsWith("HTTP/1.1 400 "), body + answer);
                    assertTrue(answer.contains(accept.equals("text/html") ? "<h1>This cannot be understood</h1>" : "\"status\":400"),
                        answer);
                    assertTrue(answer.contains("Connection: close"), answer);
                }
            }
        }
    }

    @Test void a_chunked_body_that_breaks_off_is_a_400() {
        for (var chunks : new String[] {"5\r\nfull_", "zz\r\nfull_name=Eve\r\n0\r\n\r\n", "d\r\nfull_name=Eve\r\n"}) {
            try (var torn = new Wire(service)) {
                var answer = torn.head("POST /profile/edit/", cookie, FORM, "Accept: application/json", "Transfer-Encoding: chunked")
                    .send(chunks).end().answer();

                assertTrue(answer.startsWith("HTTP/1.1 400 "), chunks + answer);
                assertTrue(answer.contains("\"status\":400"), answer);
            }
        }
    }

    @Test void who_says_too_large_a_length_is_stopped_before_sending() {
        for (var type : new String[] {JSON, FORM, PARTS}) {
            for (var line : new String[] {"POST /profile/edit/", "POST /accounts/login/", "PUT /api/profile/"}) {
                try (var early = new Wire(service)) {
                    var answer = early.head(line, cookie, type, "Accept: application/json", "Content-Length: 50000000").end().answer();

                    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
                    assertTrue(answer.contains("\"status\":413") && answer.contains("Connection: close"), answer);
                }
            }
        }
    }

    @Test void who_waits_for_a_go_ahead_is_stopped_too() {
        var answer = wire.head("POST /profile/edit/", cookie, PARTS, "Accept: text/html", "Content-Length: 50000000",
            "Expect: 100-continue").answer();

        assertTrue(answer.startsWith("HTTP/1.1 413 ") && answer.contains("<h1>Too large</h1>"), answer);
    }

    @Test void who_says_no_length_is_stopped_while_sending() {
        var chunk = "10000\r\n" + "x".repeat(65536) + "\r\n";

        wire.head("POST /profile/edit/", cookie, FORM, "Accept: application/json", "Transfer-Encoding: chunked")
            .send("a\r\nfull_name=\r\n");
        for (int i = 0; i < 20; i++) wire.send(chunk);

        var answer = wire.end().answer();
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    }

    @Test void a_file_that_says_no_length_is_stopped_while_sending() {
        var chunk = "100000\r\n" + "x".repeat(1024 * 1024) + "\r\n";

        wire.head("POST /profile/edit/", cookie, PARTS, "Accept: application/json", "Transfer-Encoding: chunked");
        wire.send(Integer.toHexString(FILE.length()) + "\r\n" + FILE + "\r\n");
        for (int i = 0; i < 24; i++) wire.send(chunk);

        var answer = wire.end().answer();
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    }

    @Test void a_visitor_who_hangs_up_leaves_nothing_behind() {
        for (int i = 0; i < 5; i++) {
            try (var gone = new Wire(service)) {
                gone.head("POST /profile/edit/", cookie, PARTS, "Content-Length: 5000000").send(FILE + "x".repeat(200_000));
                assertTrue(eventually(() -> temporaryFiles() == 1));
            }
            assertTrue(eventually(() -> temporaryFiles() == 0));
        }
    }

    private static int temporaryFiles() {
        return service.media().resolve(".incoming").toFile().list().length;
    }

    private static boolean eventually(BooleanSupplier condition) {
        var deadline = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean() && Instant.now().isBefore(deadline)) Thread.onSpinWait();
        return condition.getAsBoolean();
    }
}

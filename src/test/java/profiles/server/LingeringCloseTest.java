package profiles.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Log;
import profiles.fixture.Needs;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wire;

/** Clients that are answered while they are still sending: they can send to the end, and then read the answer. */
class LingeringCloseTest extends SqliteServiceTest {
    private static final int SIZE = 3_000_000;
    private static final String JSON = "Content-Type: application/json", EXPIRED = "Authorization: Bearer expired";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "401|POST /profile/edit/|Authorization: Bearer expired|Content-Type: multipart/form-data; boundary=B",
        "401|PATCH /api/profile/|Accept: application/json|Content-Type: application/json",
        "303|POST /profile/edit/|Accept: text/html|Content-Type: application/x-www-form-urlencoded",
        "403|POST /accounts/login/|Sec-Fetch-Site: cross-site|Content-Type: application/json",
        "413|POST /accounts/login/|Accept: text/html|Content-Type: application/json",
        "415|POST /accounts/login/|Content-Encoding: gzip|Content-Type: application/json",
        "415|POST /accounts/login/|Accept: text/html|Content-Type: application/json; charset=utf-16",
        "404|POST /nowhere/|Accept: text/html|Content-Type: application/json",
        "405|DELETE /healthz|Accept: text/html|Content-Type: application/json"})
    void who_is_refused_early_can_send_all_and_read_the_answer(int status, String line, String header, String type) {
        try (var log = new Log(); var wire = new Wire(service).head(line, header, type, "Content-Length: " + SIZE)) {
            wire.send("{");
            assertEquals("HTTP/1.1 " + status, wire.begin());

            var rest = wire.sendAll(new byte[SIZE - 1]).head("GET /healthz", "Connection: close").answer();

            assertTrue(!rest.contains("(reset)") && !rest.contains("(still open)"), rest);
            assertEquals(List.of(), log.alarms());
        }
    }

    @Test void who_sends_chunks_without_an_end_can_go_on_too() {
        try (var wire = new Wire(service).head("POST /profile/edit/", EXPIRED, JSON, "Transfer-Encoding: chunked")) {
            assertEquals("HTTP/1.1 401", wire.begin());

            for (int i = 0; i < 50; i++) wire.sendAll(("10000\r\n" + "x".repeat(65536) + "\r\n").getBytes(StandardCharsets.US_ASCII));

            assertTrue(!wire.send("0\r\n\r\n").end().answer().contains("(reset)"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "deflate, chunked", "identity, chunked"})
    void a_transfer_coding_that_is_not_known_is_a_501(String coding) {
        try (var wire = new Wire(service).head("POST /accounts/login/", JSON, "Accept: application/json", "Transfer-Encoding: " + coding)) {
            var answer = wire.send("2\r\n{}\r\n0\r\n\r\n").end().answer();

            assertTrue(answer.startsWith("HTTP/1.1 501") && answer.contains("Send it as it is, or in chunks"), answer);
        }
    }

    @Test void node_and_python_read_the_answer() throws IOException {
        var url = "http://127.0.0.1:" + service.port() + "/profile/edit/";

        assertEquals("401", said("python3", "-c", """
            import sys, urllib.request, urllib.error
            asked = urllib.request.Request(sys.argv[1], data=b'x' * 5000000, 
                headers={'Authorization': 'Bearer expired', 'Content-Type': 'multipart/form-data; boundary=B'})
            try: print(urllib.request.urlopen(asked).status)
            except urllib.error.HTTPError as refused: refused.read(); print(refused.code)
            """, url));
        assertEquals("401", said("node", "-e", """
            fetch(process.argv[1], {method: 'POST', body: Buffer.alloc(5000000),
              headers: {Authorization: 'Bearer expired', 'Content-Type': 'multipart/form-data; boundary=B'}})
              .then(async answer => { await answer.text(); console.log(answer.status); }, failed => console.log(failed.cause));
            """, url));
    }

    @Test void three_hundred_who_stall_then_keep_nobody_waiting_and_are_cut_off() {
        var stalled = new ArrayList<Wire>();
        try {
            for (int i = 0; i < 300; i++) stalled.add(new Wire(service)
                .head("POST /profile/edit/", EXPIRED, JSON, "Content-Length: " + SIZE).send("{"));
            for (var wire : stalled) assertEquals("HTTP/1.1 401", wire.begin());

            var begin = System.nanoTime();
            assertEquals(200, browser.get("/healthz").status());
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 5);

            for (var wire : stalled) assertTrue(!wire.answer().contains("(still open)"));
        } finally {
            stalled.forEach(Wire::close);
        }
    }

    @Test void a_small_refused_body_keeps_the_connection() {
        try (var wire = new Wire(service)) {
            wire.head("POST /profile/edit/", EXPIRED, JSON, "Content-Length: 2").send("{}").head("GET /healthz", "Connection: close");

            var answers = wire.answer();

            assertTrue(answers.startsWith("HTTP/1.1 401") && answers.contains("HTTP/1.1 200"), answers);
        }
    }

    private static String said(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            Needs.that(false, "there is no " + command[0]);
            throw missing;
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}

package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wait;
import profiles.fixture.Wire;
import profiles.web.request.DataRate;

/** Those who send a byte now and then: they keep no thread, and so nobody else waiting (CWE-400). */
@Tag("serial")
class SlowSendersTest extends SqliteServiceTest {
    private static final int MANY = 1000;
    private static final String JSON = "Content-Type: application/json", FORM = "Content-Type: application/x-www-form-urlencoded",
        PARTS = "Content-Type: multipart/form-data; boundary=B";
    private static final String FILE = "--B\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n"
        + "x".repeat(20_000);
    /** Bytes buy no time. */
    private static final DataRate NONE = new DataRate(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ZERO);

    @AfterEach
    void whatHadComeIsGone() {
        service.graph().limits().setDataRate(DataRate.USUAL);
        Wait.until("no temporary file is left", () -> service.media().resolve(".incoming").toFile().list().length == 0);
    }

    @Test void a_thousand_of_them_do_not_keep_the_others_waiting() {
        browser.register("fast");
        List<Wire> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) slow.add(i % 3 == 0 ? upload() : i % 3 == 1 ? form(FORM) : form(JSON));
            for (var each : slow) each.send("x");

            var before = Instant.now();
            assertEquals(200, browser.get("/healthz").status());
            assertEquals(200, browser.get("/profile/").status());
            assertEquals(303, browser.post("/profile/edit/", new Form().text("full_name", "Ada")
                .file("cv", "cv.pdf", "application/pdf", Samples.pdf())).status());
            assertTrue(Duration.between(before, Instant.now()).toSeconds() < 5);
        } finally {
            slow.forEach(Wire::close);
        }
    }

    @Test void who_is_too_slow_is_told_so_in_both_dialects_and_cut_off() {
        browser.register("slow");
        service.graph().limits().setDataRate(NONE);

        for (var accept : new String[] {"application/json", "text/html"}) {
            for (var type : new String[] {JSON, FORM, PARTS}) {
                try (var log = new Log(); var wire = member(100_000, type, "Accept: " + accept)
                    .send(type.equals(PARTS) ? FILE : "full_name=")) {
                    Wait.until("he hears of it while he goes on", () -> wire.send("x").answered());

                    var answer = wire.answer();
                    assertTrue(answer.startsWith("HTTP/1.1 408 ") && answer.contains("Connection: close"), answer);
                    assertTrue(answer.contains(accept.equals("text/html") ? "<h1>This took too long</h1>" : "\"status\":408"), answer);
                    assertEquals(List.of(), log.alarms());
                }
            }
        }
    }

    @Test void a_form_that_is_too_large_anyway_is_not_waited_for_either() {
        try (var wire = new Wire(service).head("POST /accounts/login/", FORM, "Content-Length: 500000").send("username=")) {
            assertEquals("HTTP/1.1 413", wire.begin());
        }
    }

    @Test void who_sends_byte_by_byte_is_served() {
        browser.register("patient");
        var form = "full_name=Ada+Lovelace";

        try (var wire = member(form.length(), FORM, "Connection: close")) {
            for (var each : form.split("")) wire.send(each);

            assertTrue(wire.answer().startsWith("HTTP/1.1 303 "));
        }
        assertTrue(browser.get("/profile/").contains("Ada Lovelace"));
    }

    private Wire form(String type) {
        return new Wire(service).head("POST /accounts/login/", type, "Content-Length: 500").send("username=");
    }

    private Wire upload() {
        return member(100_000, PARTS).send("--B\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n%PDF");
    }

    private Wire member(int length, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Cookie: session=" + browser.cookie("session"), "Content-Length: " + length));
        return new Wire(service).head("POST /profile/edit/", all.toArray(String[]::new));
    }
}

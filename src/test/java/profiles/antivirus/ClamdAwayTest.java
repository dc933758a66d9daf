package profiles.antivirus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.cli.Run;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.StrangeClamd;

/** Uploads while clamd is away, hangs, or is not itself. */
class ClamdAwayTest extends SqliteServiceTest {
    private static final String NOWHERE = "tcp://127.0.0.1:1";
    private static final List<String> NONSENSE = List.of("", "\0", "stream: OK", "stream: OK\nstream: OK\0", "stream: FOUND\0", "OK\0",
        "stream: \u001b[31mevil FOUND\0",
        "HTTP/1.1 200 OK\r\n\r\n", "stream: Can't allocate memory ERROR\0", "UNKNOWN COMMAND\0");

    @Test void while_it_is_away_files_are_not_taken_and_nothing_is_lost() {
        try (var well = Service.on(engine); var log = new Log("profiles")) {
            well.browser().register("ada").post("/profile/edit/", cv("kept.pdf"));
            var own = well.copy(Map.of("CLAMD_URL", NOWHERE));
            var person = own.browser();
            person.login("ada", "correct horse");

            var page = person.post("/profile/edit/", cv("new.pdf").text("full_name", "Ada Lovelace"));
            var json = person.post("/profile/edit/", cv("new.pdf"), "Accept", "application/json");
            var texts = person.post("/profile/edit/", "bio", "No file");

            assertUnavailable(page);
            assertTrue(page.contains("nothing was changed") && page.contains("value=\"Ada Lovelace\""), page::toString);
            assertUnavailable(json);
            assertEquals("application/problem+json", json.header("Content-Type").split(";")[0]);
            assertEquals(303, texts.status(), "without a file nobody asks clamd");
            assertEquals(List.of("cvs/kept.pdf"), own.files());
            assertTrue(log.contains("WARN cannot use clamd at " + NOWHERE) && log.contains("until then files are not taken"),
                log::toString);
            own.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NOWHERE, "unix:/nowhere/clamd.ctl", "tcp://clamd.invalid:3310"})
    void where_scans_are_optional_files_are_taken_with_a_warning(String url) {
        try (var own = Service.on(engine, Map.of("CLAMD_URL", url, "CLAMD_OPTIONAL", "true")); var log = new Log("profiles.antivirus")) {
            assertEquals(200, own.program().register("ada").post("/profile/edit/", cv("new.pdf")).status());

            assertTrue(log.contains("WARN a file is taken without a look for viruses, as CLAMD_OPTIONAL allows: cannot use clamd at "
                + url),
                log::toString);
        }
    }

    @Test void one_that_hangs_is_given_up_after_the_time_that_is_set() {
        try (var hanging = StrangeClamd.silent(); var own = Service.on(engine, Map.of("CLAMD_SECONDS", "1", "CLAMD_URL", hanging.url()))) {
            var program = own.program().register("ada");
            var begun = Instant.now();

            assertUnavailable(program.post("/profile/edit/", cv("small.pdf")));
            assertUnavailable(program.post("/profile/edit/", new Form()
                .file("cv", "large.pdf", "application/pdf", Samples.pdf(9_000_000))));

            assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 10);
            assertEquals(List.of(), own.files());
        }
    }

    @Test void what_is_not_understood_is_never_taken_for_clean() {
        var answer = new AtomicReference<String>();
        try (var strange = StrangeClamd.saying(answer::get); var own = Service.on(engine,
            Map.of("CLAMD_URL", strange.url())); var log = new Log("profiles")) {
            var program = own.program().register("ada");
            for (var nonsense : NONSENSE) {
                answer.set(nonsense);

                assertUnavailable(program.post("/profile/edit/", cv("new.pdf")));
            }
            assertEquals(List.of(), own.files());
            assertTrue(log.lines().stream().noneMatch(line -> line.contains("\u001b") || line.contains("\0")),
                "it writes nothing of its own into the log");
        }
    }

    @Test void an_answer_without_an_end_is_given_up() {
        try (var strange = StrangeClamd.saying("stream: ".repeat(100_000)); var own = Service.on(engine,
            Map.of("CLAMD_URL", strange.url()))) {
            assertUnavailable(own.program().register("ada").post("/profile/edit/", cv("new.pdf")));
        }
    }

    @Test void what_it_says_before_the_end_counts() {
        try (var strange = StrangeClamd.interrupting("INSTREAM size limit exceeded. ERROR\0"); var own = Service.on(engine,
            Map.of("CLAMD_URL", strange.url()))) {
            var answer = own.program().register("ada").post("/profile/edit/", new Form()
                .file("cv", "large.pdf", "application/pdf", Samples.pdf(9_000_000)));

            assertEquals(413, answer.status(), answer::toString);
        }
    }

    @Test void what_is_refused_anyway_does_not_occupy_it() {
        try (var strange = StrangeClamd.saying("stream: OK\0"); var own = Service.on(engine,
            Map.of("CLAMD_URL", strange.url(), "MAX_UPLOAD_MB", "1"))) {
            var program = own.program().register("ada");
            var atStart = strange.asked();

            assertEquals(422, program.post("/profile/edit/", cv("fine.pdf").text("full_name", "x".repeat(300))).status());
            assertEquals(422, program.post("/profile/edit/", cv("fine.pdf").file("certificate", "x.html", "text/html", "<html>".getBytes()))
                .status());
            assertEquals(413, program.post("/profile/edit/", cv("fine.pdf")
                .file("certificate", "x.pdf", "application/pdf", Samples.pdf(1_100_000))).status());
            assertEquals(atStart, strange.asked());

            assertEquals(200, program.post("/profile/edit/", cv("fine.pdf")).status());
            assertEquals(atStart + 1, strange.asked());
        }
    }

    @Test void a_check_tells_that_it_is_away_and_what_to_do() {
        var settings = new HashMap<>(service.settings());
        var none = Run.of(settings, "", "check");
        settings.put("CLAMD_URL", NOWHERE);

        var away = Run.of(settings, "", "check");

        assertEquals(0, none.code(), none.out());
        assertTrue(none.out().contains("fine   Files are not looked at for viruses; set CLAMD_URL"), none.out());
        assertEquals(1, away.code());
        assertTrue(away.out().contains("WRONG  CLAMD_URL: cannot use clamd at " + NOWHERE) && away.out().contains("Start clamd there"),
            away.out());
    }

    private static void assertUnavailable(Answer answer) {
        assertEquals(503, answer.status(), answer::toString);
        assertEquals("30", answer.header("Retry-After"));
    }

    private static Form cv(String name) {
        return new Form().file("cv", name, "application/pdf", Samples.pdf(name));
    }
}

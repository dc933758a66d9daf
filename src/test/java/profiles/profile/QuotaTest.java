package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Samples;
import profiles.fixture.Service;

/** What one member's documents may have together: here 1 MB. */
@OnBothDatabases
class QuotaTest {
    private static final int TENTH = 1024 * 1024 / 10;

    @Parameter
    Engine engine;

    private Service service;
    private Client browser;
    private Client program;

    @BeforeEach
    void aMember() {
        service = Service.on(engine, Map.of("MAX_USER_MB", "1"));
        browser = service.browser().register("ada");
        program = service.program();
        program.login("ada", "correct horse");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test void over_it_a_file_is_refused_beside_its_field_and_the_form_is_kept() {
        send("cv", 7);

        var page = browser.post("/profile/edit/", file("certificate", 4).text("full_name", "Ada Lovelace"));
        var json = send("certificate", 4);

        assertEquals(413, page.status());
        assertTrue(page.contains("id=\"certificate-error\"") && page.contains("value=\"Ada Lovelace\""), page::toString);
        assertTrue(page.contains("would have 1.1 MB together, and they may have 1 MB. They have 0.7 MB now."), page::toString);
        assertEquals(413, json.status());
        assertTrue(json.json().at("/errors/certificate/0").textValue().contains("0.7 MB now"));
        assertEquals(List.of("cvs/cv.pdf"), service.files());
        assertEquals("", program.get("/api/profile/").json().get("full_name").textValue());
    }

    @Test void both_files_of_a_form_count() {
        var answer = program.post("/profile/edit/", file("cv", 6)
            .file("certificate", "certificate.pdf", "application/pdf", Samples.pdf(5 * TENTH)));

        assertEquals(413, answer.status());
        assertTrue(answer.json().at("/errors/cv/0").isTextual() && answer.json().at("/errors/certificate/0").isTextual());
        assertEquals(List.of(), service.files());
    }

    @Test void of_a_replaced_file_only_the_new_one_counts_and_of_a_removed_one_none() {
        assertEquals(200, send("cv", 9).status());
        assertEquals(200, send("cv", 8).status());
        assertEquals(200, send("certificate", 2).status());
        assertEquals(413, send("certificate", 3).status());

        assertEquals(200, program.post("/profile/edit/", file("certificate", 9).text("cv-clear", "on")).status());
    }

    @Test void each_member_has_a_quota_of_the_own() {
        send("cv", 9);

        assertEquals(200, service.program().register("ben").post("/profile/edit/", file("cv", 9)).status());
    }

    @Test void of_two_uploads_at_once_that_are_too_much_together_only_one_is_taken() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 8; i++) {
                List<Callable<Answer>> both = List.of(() -> send("cv", 6), () -> send("certificate", 6));
                var statuses = threads.invokeAll(both).stream().map(QuotaTest::status).sorted().toList();

                assertEquals(List.of(200, 413), statuses);
                assertEquals(1, service.files().size(), service.files().toString());
                browser.post("/profile/edit/", "cv-clear", "on", "certificate-clear", "on");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test void many_small_replacements_at_once_all_are_taken() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Answer>> all = Stream.of("cv", "certificate", "cv", "certificate", "cv",
                "certificate").<Callable<Answer>>map(field -> () -> send(field, 4)).toList();

            assertEquals(List.of(200, 200, 200, 200, 200, 200), threads.invokeAll(all).stream().map(QuotaTest::status).toList());
        } finally {
            threads.shutdownNow();
        }
        assertEquals(2, service.files().size(), service.files().toString());
    }

    @Test void who_has_more_than_a_quota_of_today_can_still_have_less() {
        try (var before = Service.on(engine)) {
            var member = before.program().register("cleo");
            member.post("/profile/edit/", file("cv", 9));
            member.post("/profile/edit/", file("certificate", 9));
            var today = before.copy(Map.of("MAX_USER_MB", "1"));
            var same = today.program();
            same.login("cleo", "correct horse");

            assertEquals(413, same.post("/profile/edit/", file("certificate", 10)).status());
            assertEquals(200, same.post("/profile/edit/", file("certificate", 8)).status());
            assertEquals(200, same.send("PATCH", "/api/profile/", "application/json", "{\"bio\":\"Still here\"}").status());
            today.stop();
        }
    }

    private Answer send(String field, int tenths) {
        return program.post("/profile/edit/", file(field, tenths));
    }

    private static Form file(String field, int tenths) {
        return new Form().file(field, field + ".pdf", "application/pdf", Samples.pdf(tenths * TENTH));
    }

    private static Integer status(Future<Answer> answer) {
        try {
            return answer.get().status();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}

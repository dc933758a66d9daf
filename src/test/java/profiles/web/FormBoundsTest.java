package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wait;
import profiles.fixture.Wire;

/** Forms that are more than any form of ours: refused quickly, in both dialects, with nothing left behind (ASVS 4.1.4, 5.2.1). */
class FormBoundsTest extends SqliteServiceTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static int count;

    private Instant before;
    private Log log;

    @BeforeEach
    void aMember() {
        var name = "bounds" + ++count;
        program.register(name);
        browser.login(name, "correct horse");
        before = Instant.now();
        log = new Log();
    }

    @AfterEach
    void quicklyAndWithNothingLeft() {
        log.close();
        assertTrue(Duration.between(before, Instant.now()).toSeconds() < 5);
        assertEquals("", program.get("/api/profile/").json().get("full_name").textValue());
        Wait.until("no temporary file is left", () -> temporaryFiles() == 0);
        assertEquals(List.of(), service.files());
        assertEquals(List.of(), log.alarms());
    }

    @Test void ten_thousand_parts() {
        var form = new Form();
        for (int i = 0; i < 10_000; i++) form.text("full_name", "Ada");

        refused(413, form);
    }

    @Test void a_part_with_a_header_of_a_megabyte() {
        refused(413, new Form().file("cv", "x".repeat(MEGABYTE) + ".pdf", "application/pdf", Samples.pdf()));
        refused(413, new Form().file("cv", "cv.pdf", "application/pdf; x=" + "x".repeat(MEGABYTE), Samples.pdf()));
    }

    @Test void texts_that_are_too_much_together_though_none_is_alone() {
        var form = new Form();
        for (int i = 0; i < 5; i++) form.text("bio" + i, "x".repeat(MEGABYTE / 4));

        refused(413, form);
    }

    @Test void more_fields_than_any_form_has() {
        var many = "full_name=Ada&".repeat(2_000);

        refused(413, browser.send("POST", "/profile/edit/", "application/x-www-form-urlencoded", many),
            program.send("POST", "/profile/edit/", "application/x-www-form-urlencoded", many));
    }

    @Test void more_json_than_any_form_has() {
        var many = "{\"full_name\":[" + "1,".repeat(100_000) + "1]}";

        refused(400, browser.send("POST", "/profile/edit/", "application/json", many),
            program.send("POST", "/profile/edit/", "application/json", many));
    }

    @Test void parts_that_do_not_say_what_separates_them() {
        refused(400, browser.send("POST", "/profile/edit/", "multipart/form-data", "--B--\r\n"),
            program.send("POST", "/profile/edit/", "multipart/form-data", "--B--\r\n"));
    }

    @Test void a_field_name_of_any_length_is_only_not_known() {
        assertEquals(303, browser.post("/profile/edit/", new Form().text("x".repeat(5_000), "y")).status());
    }

    @Test void a_file_name_of_any_length_up_to_the_header_is_cut() {
        for (int length : new int[] {300, 5_000}) {
            var answer = program.post("/profile/edit/", new Form()
                .file("cv", "ж".repeat(length / 2) + ".pdf", "application/pdf", Samples.pdf()));

            assertEquals(200, answer.status(), answer::toString);
        }
        program.send("PATCH", "/api/profile/", "application/json", "{\"cv\":null}");
    }

    @Test void many_who_hang_up_in_the_middle_at_once_leave_nothing_behind() {
        var leaving = new ArrayList<Wire>();
        for (int i = 0; i < 50; i++) leaving.add(halfSent());
        Wait.until("all are on their way", () -> temporaryFiles() == leaving.size());

        leaving.forEach(Wire::close);

        Wait.until("nothing is left of them", () -> temporaryFiles() == 0);
    }

    private Wire halfSent() {
        return new Wire(service).head("POST /profile/edit/", "Cookie: session=" + program.cookie("session"),
            "Content-Type: multipart/form-data; boundary=B", "Content-Length: 5000000")
            .send("--B\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n" + "x".repeat(50_000));
    }

    private void refused(int status, Form form) {
        refused(status, browser.post("/profile/edit/", form), program.post("/profile/edit/", form));
    }

    private static void refused(int status, Answer page, Answer json) {
        assertEquals(status, page.status(), page::toString);
        assertTrue(page.contains(status == 413 ? "<h1>Too large</h1>" : "<h1>This cannot be understood</h1>"), page::toString);
        assertEquals(status, json.status(), json::toString);
        assertEquals(status, json.json().get("status").intValue());
    }

    private static int temporaryFiles() {
        return service.media().resolve(".incoming").toFile().list().length;
    }
}

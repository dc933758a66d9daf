package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.SmallDisk;

/** When nothing can be written where the documents are, as on a disk that the system has made read-only after an error. */
class ReadOnlyMediaTest {

    @Test void an_upload_is_told_to_come_back_and_the_log_has_a_line() {
        try (var disk = new SmallDisk(3 * 1024);
             var service = Service.on(Engine.SQLITE, Map.of("MEDIA_ROOT", disk.folder().resolve("media").toString()))) {
            var browser = service.browser().register("ada");
            var program = service.program();
            program.login("ada", "correct horse");
            assertEquals(200, program.post("/profile/edit/", cv()).status());
            disk.readOnly(true);
            try (var log = new Log("profiles")) {
                var page = browser.post("/profile/edit/", cv());
                var json = program.post("/profile/edit/", cv());

                assertEquals(503, page.status(), page::toString);
                assertEquals(503, json.status(), json::toString);
                assertNotNull(json.header("Retry-After"));
                assertTrue(page.contains("<h1>Unavailable</h1>"), page::toString);
                assertEquals(2, log.alarms().size(), log::toString);
                for (var line : log.alarms()) assertTrue(line.startsWith("ERROR POST /profile/edit/: a file cannot be read or written"),
                    line);
                assertEquals(200, program.get("/media/cvs/cv.pdf").status());
                assertEquals(303, browser.post("/profile/edit/", "full_name", "Ada").status(), "what needs no file is saved");
            } finally {
                disk.readOnly(false);
            }
            assertEquals(200, program.post("/profile/edit/", cv()).status());
        }
    }

    private static Form cv() {
        return new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf(100_000));
    }
}

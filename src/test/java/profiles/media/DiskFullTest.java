package profiles.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.SmallDisk;
import profiles.fixture.Wait;

/** When the disk of the documents is full: a real one, of 3 MB. */
@OnBothDatabases
class DiskFullTest {
    private static final int MEGABYTE = 1024 * 1024;

    @Parameter
    Engine engine;

    private SmallDisk disk;
    private Service service;
    private Client browser;
    private Client program;

    @BeforeEach
    void aMemberWithAFile() {
        disk = new SmallDisk(3 * 1024);
        service = Service.on(engine, Map.of("MEDIA_ROOT", disk.folder().resolve("media").toString()));
        browser = service.browser().register("ada");
        program = service.program();
        program.login("ada", "correct horse");
        assertEquals(200, program.post("/profile/edit/", file(100_000)).status());
        untilNothingIsOnItsWay();
    }

    @AfterEach
    void stop() {
        if (service != null) service.close();
        if (disk != null) disk.close();
    }

    @Test void an_upload_that_has_no_room_on_its_way_is_told_so_and_nothing_changes() {
        disk.fill(MEGABYTE / 2);

        refused(MEGABYTE, disk);
    }

    @Test void an_upload_needs_its_room_once() {
        disk.fill(MEGABYTE * 3 / 2);

        assertEquals(200, program.post("/profile/edit/", file(MEGABYTE)).status());
    }

    @Test void an_upload_that_came_and_has_no_room_on_the_disk_where_it_is_to_stay_is_told_so_and_nothing_changes() throws IOException {
        try (var other = new SmallDisk(3 * 1024)) {
            var here = disk.folder().resolve("media/cvs");
            var there = Files.createDirectory(other.folder().resolve("cvs"));
            Files.move(here.resolve("cv.pdf"), there.resolve("cv.pdf"));
            Files.delete(here);
            Files.createSymbolicLink(here, there);
            other.fill(MEGABYTE / 2);

            refused(MEGABYTE, other);
        }
    }

    @Test void a_long_text_that_has_no_room_on_its_way_is_told_so() {
        disk.fill(0);

        assertEquals(507, browser.post("/profile/edit/", "bio", "x".repeat(200_000)).status());
        assertEquals(303, browser.post("/profile/edit/", "full_name", "Ada").status(), "a short one needs none");
    }

    /** In both dialects; then there is room again. */
    private void refused(int size, SmallDisk full) {
        try (var log = new Log()) {
            var json = program.post("/profile/edit/", file(size).text("full_name", "Ada"));
            var page = browser.post("/profile/edit/", file(size).text("full_name", "Ada"));

            assertEquals(507, json.status(), json::toString);
            assertEquals("No room left", json.json().get("title").textValue());
            assertEquals(507, page.status());
            assertTrue(page.contains("<h1>No room left</h1>"), page::toString);
            assertTrue(log.alarms().stream().allMatch(line -> line.contains("no room left on the disk")) && log.alarms().size() == 2,
                log::toString);
        }
        var now = profile();
        assertEquals("", now.json().get("full_name").textValue());
        assertArrayEquals(Samples.pdf(100_000), program.bytes("GET", URI.create(now.json().get("cv").textValue()).getRawPath()).body());
        untilNothingIsOnItsWay();
        assertEquals(List.of("cv.pdf"), List.of(disk.folder().resolve("media/cvs").toFile().list()));

        full.empty();

        assertEquals(200, program.post("/profile/edit/", file(size)).status());
    }

    private void untilNothingIsOnItsWay() {
        Wait.until("no temporary file is left", () -> disk.folder().resolve("media/.incoming").toFile().list().length == 0);
    }

    private Answer profile() {
        return program.get("/api/profile/");
    }

    private static Form file(int size) {
        return new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf(size));
    }
}

package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.Needs;
import profiles.fixture.Samples;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wait;
import profiles.fixture.Wire;

/** Readers who take their time, or leave in the middle. */
@Tag("serial")
class SlowReadersTest extends SqliteServiceTest {
    private static final int READERS = 300, SIZE = 8_000_000;
    private static final Path FILES = Path.of("/proc/self/fd");

    @Test void three_hundred_who_read_nothing_do_not_keep_the_others_waiting() {
        var head = download("slow");
        var stalled = new ArrayList<Wire>();
        try {
            for (int i = 0; i < READERS; i++) stalled.add(head.open());
            for (var wire : stalled) assertEquals("HTTP/1.1 200", wire.begin());
            if (Files.isDirectory(FILES)) Wait.until("all are in the middle of it", () -> open().size() == READERS);

            var before = Instant.now();
            assertEquals(200, browser.get("/healthz").status());
            assertEquals(200, program.get("/api/profile/").status());
            assertEquals(206, program.bytes("GET", head.path, "Range", "bytes=0-9").statusCode());
            assertTrue(Duration.between(before, Instant.now()).toSeconds() < 5);
        } finally {
            stalled.forEach(Wire::close);
        }
    }

    @Test void a_reader_who_leaves_leaves_no_file_open_and_no_line_in_the_log() throws Exception {
        Needs.that(Files.isDirectory(FILES), "open files are counted in /proc");
        var head = download("leaving");

        try (var log = new Log()) {
            for (int i = 0; i < 20; i++) {
                try (var wire = head.open()) {
                    assertEquals("HTTP/1.1 200", wire.begin());
                }
            }

            var deadline = Instant.now().plusSeconds(40);
            while (!open().isEmpty() && Instant.now().isBefore(deadline)) Thread.onSpinWait();
            assertEquals(List.of(), open());
            assertEquals(List.of(), log.alarms());
        }
    }

    private record Download(String path, String cookie) {
        Wire open() {
            return new Wire(service).head("GET " + path, cookie);
        }
    }

    private Download download(String name) {
        program.register(name);
        var answer = program.post("/profile/edit/", new Form().file("cv", name + ".pdf", "application/pdf", Samples.pdf(SIZE)));
        return new Download(URI.create(answer.json().get("cv").textValue()).getRawPath(), "Cookie: session=" + program.cookie("session"));
    }

    /** The stored files that this process holds open. */
    private static List<String> open() {
        var files = new ArrayList<String>();
        try (var all = Files.newDirectoryStream(FILES)) {
            for (var each : all) {
                try {
                    var file = Files.readSymbolicLink(each).toString();
                    if (file.startsWith(service.media().toString())) files.add(file);
                } catch (IOException closedMeanwhile) {
                    // Then it is not open.
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files;
    }
}

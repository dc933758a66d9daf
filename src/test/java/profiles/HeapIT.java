package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.LargePdf;
import profiles.fixture.Uploader;

/** The heap does not grow with what is uploaded. */
@Tag("serial")
@Timeout(120)
class HeapIT {
    private static final long SIZE = 100L * 1024 * 1024;

    @TempDir
    Path folder;

    @Test void eight_uploads_of_a_hundred_megabytes_at_once_fit_into_a_small_heap() throws Exception {
        var settings = new HashMap<>(Jar.settings(Engine.SQLITE, folder));
        settings.put("MAX_UPLOAD_MB", "200");
        var threads = Executors.newFixedThreadPool(8);
        try (var jar = Jar.ready(folder, settings, "-Xmx64m", "-XX:+ExitOnOutOfMemoryError")) {
            var people = Stream.of("ada", "ben", "cleo", "dan", "eve", "finn", "gus", "hal").map(name -> member(jar, name)).toList();

            CompletableFuture.allOf(people.stream().map(each -> CompletableFuture.runAsync(() -> upload(each), threads))
                .toArray(CompletableFuture[]::new))
                .get(100, TimeUnit.SECONDS);

            for (var each : people) assertTrue(each.profile().get("cv").isTextual());
            var files = folder.resolve("media/cvs").toFile().listFiles();
            assertEquals(8, files.length);
            for (var file : files) assertTrue(file.length() > SIZE);
            assertQuiet(jar);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test void hundreds_of_slow_senders_fit_into_a_small_heap() throws Exception {
        var slow = new ArrayList<Socket>();
        try (var jar = Jar.ready(folder, Jar.settings(Engine.SQLITE, folder), "-Xmx64m", "-XX:+ExitOnOutOfMemoryError")) {
            for (int i = 0; i < 400; i++) slow.add(halfSent(jar));

            assertEquals(200, StartIT.status(jar.address() + "/healthz"));
            var member = member(jar, "ada");
            member.save(new Form().text("full_name", "Ada"));
            assertEquals("Ada", member.profile().get("full_name").textValue());
            assertQuiet(jar);
        } finally {
            for (var each : slow) each.close();
        }
    }

    /** As much as is kept in memory of a form, and not its last byte. */
    private static Socket halfSent(Jar jar) throws IOException {
        var socket = new Socket("127.0.0.1", URI.create(jar.address()).getPort());
        socket.getOutputStream()
            .write(("POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 8000\r\n\r\n"
            + "{".repeat(7_999)).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void assertQuiet(Jar jar) {
        assertTrue(jar.said().stream().noneMatch(line -> line.contains(" WARN ") || line.contains("ERROR")),
            () -> String.join("\n", jar.said()));
    }

    private static Uploader member(Jar jar, String name) {
        try {
            var member = new Uploader();
            member.at(jar);
            member.register(name);
            return member;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void upload(Uploader member) {
        try {
            member.patch(LargePdf.TYPE, LargePdf.of(SIZE));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

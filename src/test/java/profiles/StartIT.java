package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.Samples;
import profiles.fixture.Uploader;

/** What somebody sees who starts the jar. */
@Tag("serial")
class StartIT {
    @TempDir
    Path folder;

    @Test void the_first_run_needs_no_setting_and_says_one_line() throws Exception {
        try (var jar = Jar.ready(folder, free(8080) ? Map.of() : Map.of("PORT", "0"))) {
            assertEquals(200, status(jar.address() + "/accounts/login/"));
            assertEquals(200, status(jar.address() + "/healthz"));

            assertEquals(1, jar.said().size(), () -> String.join("\n", jar.said()));
            assertTrue(names(folder).containsAll(Set.of("profiles.db", "media")), () -> names(folder).toString());
            assertTrue(jar.address().startsWith("http://127.0.0.1:"), "only this machine is answered (ASVS 13.2.1)");
        }
    }

    @Test void a_run_at_a_port_of_ones_choice_names_the_address() throws Exception {
        var port = freePort();

        try (var jar = Jar.ready(folder, Map.of("PORT", String.valueOf(port), "BASE_URL", "https://profiles.example.org"))) {
            assertEquals("https://profiles.example.org", jar.address());
            assertEquals(200, status("http://127.0.0.1:" + port + "/accounts/login/"));
        }
    }

    @Test void no_other_file_is_left_by_a_run_nor_by_a_kill() {
        Jar.ready(folder, Map.of("PORT", "0")).kill();

        // SQLite's own, and the lock of the daily work.
        assertEquals(Set.of("profiles.db", "profiles.db-wal", "profiles.db-shm", "media"), names(folder));
    }

    @Test void the_folder_for_temporary_files_may_be_of_no_use() throws Exception {
        var nowhere = Files.createFile(folder.resolve("file"));

        try (var jar = Jar.ready(folder, Map.of("PORT", "0"), "-Djava.io.tmpdir=" + nowhere)) {
            assertEquals(200, status(jar.address() + "/accounts/login/"));
            assertEquals(1, jar.said().size(), () -> String.join("\n", jar.said()));
        }
    }

    @Test void in_a_locale_of_ascii_alone_other_names_are_refused_with_what_to_do() throws Exception {
        var settings = Jar.settings(Engine.SQLITE, folder);
        settings.put("LC_ALL", "C");
        try (var jar = Jar.ready(folder, settings)) {
            var ada = new Uploader();
            ada.at(jar);
            ada.register("ada");
            var form = new Form().file("cv", "Größe.pdf", "application/pdf", Samples.pdf());

            assertEquals(503, ada.send("PATCH", "/api/profile/", form.type(), BodyPublishers.ofByteArray(form.bytes())).statusCode());

            ada.patch(new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf()));
            assertTrue(jar.said().get(0).contains("WARN") && jar.said().get(0).contains("LC_ALL=C.UTF-8"),
                () -> String.join("\n", jar.said()));
            assertTrue(jar.said().stream().anyMatch(line -> line.contains(
                "ERROR PATCH /api/profile/: the name of a file cannot be written in this locale")), () -> String.join("\n", jar.said()));
        }
    }

    static int status(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
            .statusCode();
    }

    private static Set<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

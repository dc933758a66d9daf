package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Engine;
import profiles.fixture.Jar;
import profiles.fixture.Wire;

/** Hundreds of clients who ask a hundred times and never read neither fill a small heap nor keep visitors waiting (CWE-400). */
@Tag("serial")
@Timeout(180)
class StalledClientsIT {
    private static final int MANY = 900;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi.json", "/accounts/register/", "/static/pico.min.css"})
    void a_small_heap_survives_them_and_visitors_are_answered(String path) throws Exception {
        List<Wire> stalled = new ArrayList<>();
        try (var jar = Jar.ready(folder, Jar.settings(Engine.SQLITE, folder), "-Xmx64m")) {
            assertEquals(200, StartIT.status(jar.address() + path));
            var port = URI.create(jar.address()).getPort();
            for (int i = 0; i < MANY; i++) stalled.add(Wire.stalled(port)
                .send(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(100)));

            var before = Instant.now();
            for (var page : List.of("/healthz", "/accounts/login/", "/api/openapi.json"))
                assertEquals(200, StartIT.status(jar.address() + page));
            assertTrue(Duration.between(before, Instant.now()).toSeconds() < 10);
            assertTrue(jar.said().stream().noneMatch(line -> line.contains(" WARN ") || line.contains("ERROR")),
                () -> String.join("\n", jar.said()));
        } finally {
            stalled.forEach(Wire::close);
        }
    }

    @Test void idle_connections_leave_file_descriptors_for_visitors() throws Exception {
        List<Wire> idle = new ArrayList<>();
        try (var jar = Jar.readyAfter("ulimit -n 100", folder, Jar.settings(Engine.SQLITE, folder))) {
            var port = URI.create(jar.address()).getPort();
            for (int i = 0; i < 200; i++) idle.add(Wire.stalled(port));

            for (var page : List.of("/healthz", "/accounts/login/", "/api/openapi.json"))
                assertEquals(200, StartIT.status(jar.address() + page));
            assertTrue(jar.said().stream().noneMatch(line -> line.contains("Too many open files")), () -> String.join("\n", jar.said()));
        } finally {
            idle.forEach(Wire::close);
        }
    }
}

package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Engine;
import profiles.fixture.Jar;

/** A process without memory ends with Java's own exit code for it, so that it is restarted; no flag is needed. */
@Timeout(120)
class MemoryWatchdogIT {
    @TempDir
    Path folder;

    @Test void the_service_ends_when_a_request_finds_no_memory() throws Exception {
        // It starts with so little, but one password hash needs 19 MB.
        try (var jar = Jar.ready(folder, Jar.settings(Engine.SQLITE, folder), "-Xmx28m", "-XX:+UseSerialGC")) {
            Exhausting.login(jar.address());

            assertTrue(jar.endsWithin(Duration.ofSeconds(30)), () -> String.join("\n", jar.said()));
            assertEquals(3, jar.exit());
            assertTrue(String.join("\n", jar.said()).contains("java.lang.OutOfMemoryError"));
        }
    }

    @Test void the_service_ends_when_its_memory_stays_used_up_although_nobody_tells() {
        try (var process = Jar.of(Exhausting.class, folder, Map.of("JAVA_TOOL_OPTIONS", "-Xmx64m"))) {
            assertTrue(process.endsWithin(Duration.ofSeconds(30)), () -> String.join("\n", process.said()));
            assertEquals(3, process.exit());
        }
    }
}

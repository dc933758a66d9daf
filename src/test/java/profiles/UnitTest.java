package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import profiles.config.Config;
import profiles.config.Environment;
import profiles.fixture.Needs;
import profiles.fixture.Unit;
import profiles.server.ConnectionCloser;
import profiles.server.DailyCleanup;
import profiles.server.MailWorker;

/** The units for systemd: it understands them, and they fit the service. TakeOverIT runs what they run. */
class UnitTest {
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final double EXPOSED_AT_MOST = 2;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        for (var name : List.of("profiles.service", "profiles.socket")) Files.writeString(folder.resolve(name), Unit.text(name));
    }

    @Test void systemd_finds_no_mistake_in_them() throws Exception {
        assertEquals("", analyze("verify", "./profiles.service", "./profiles.socket"));
    }

    @Test void a_service_that_is_broken_into_gets_little_of_the_machine() throws Exception {
        var overall = analyze("security", "--offline=true", "--no-pager", "./profiles.service").lines()
            .filter(line -> line.contains("Overall exposure level")).findFirst().orElseThrow();

        assertTrue(Double.parseDouble(overall.replaceFirst(".*: ([\\d.]+) .*", "$1")) <= EXPOSED_AT_MOST, overall);
    }

    @Test void it_listens_where_the_service_listens_by_itself() {
        var config = Config.read(new Environment(Map.of()));

        assertEquals(List.of(config.host() + ":" + config.port()), Unit.values("profiles.socket", "ListenStream"));
        assertEquals(List.of("socket"), Unit.values("profiles.service", "StandardInput"));
    }

    @Test void it_waits_for_as_long_as_the_service_takes_to_end() {
        var longest = Config.read(new Environment(Map.of())).stopSeconds() + ConnectionCloser.MAX_MILLIS / 1000
            + DailyCleanup.SECONDS_TO_END + MailWorker.STOP_MILLIS / 1000;

        assertTrue(Duration.ofSeconds(Long.parseLong(Unit.values("profiles.service", "TimeoutStopSec").get(0))).toSeconds() > longest);
    }

    private String analyze(String... arguments) throws IOException, InterruptedException {
        Needs.that(Files.isExecutable(ANALYZE), "there is no " + ANALYZE + " (on Debian: apt-get install systemd)");
        var process = new ProcessBuilder(Stream.concat(Stream.of(ANALYZE.toString()), Stream.of(arguments)).toList())
            .directory(folder.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}

package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Crowd;
import profiles.fixture.Engine;
import profiles.fixture.Jar;
import profiles.fixture.Nginx;
import profiles.fixture.Wait;

/** Two copies behind a real nginx, which sends people to both, as the manual says. */
@Tag("serial")
@Timeout(120)
class BalancedIT {
    private static final int SOME = 300;

    @TempDir
    Path folder;

    @Test void one_of_two_copies_may_end_and_no_request_fails() {
        var settings = Jar.settings(Engine.SQLITE, folder);
        try (var one = Jar.ready(folder, settings); var other = Jar.ready(folder, settings); var nginx = Nginx.before(one, other,
            folder); var crowd = new Crowd(nginx.port())) {
            more(crowd);
            one.terminate();
            more(crowd);
            assertTrue(one.endsWithin(Duration.ofSeconds(30)));
            more(crowd);

            assertEquals(List.of(), crowd.mishaps());
        }
    }

    @Test void when_copies_are_killed_in_turn_nobody_who_reads_notices() {
        var settings = Jar.settings(Engine.SQLITE, folder);
        try (var one = Jar.ready(folder, settings); var other = Jar.ready(folder, settings); var nginx = Nginx.before(one, other,
            folder); var crowd = new Crowd(nginx.port())) {
            more(crowd);
            one.kill();
            more(crowd);
            try (var again = Jar.ready(folder, at(settings, one))) {
                more(crowd);
                other.kill();
                more(crowd);
                assertEquals(List.of(), crowd.mishaps());
            }
        }
    }

    @Test void no_change_fails_while_both_copies_are_restarted_one_after_the_other() {
        var settings = Jar.settings(Engine.SQLITE, folder);
        try (var one = Jar.ready(folder, settings); var other = Jar.ready(folder, settings); var nginx = Nginx.before(one, other,
            folder); var crowd = Crowd.writing(nginx.port())) {
            more(crowd);
            one.terminate();
            assertTrue(one.endsWithin(Duration.ofSeconds(30)));
            try (var again = Jar.ready(folder, at(settings, one))) {
                more(crowd);
                other.terminate();
                assertTrue(other.endsWithin(Duration.ofSeconds(30)));
                more(crowd);
                assertEquals(List.of(), crowd.mishaps());
            }
        }
    }

    private static Map<String, String> at(Map<String, String> settings, Jar port) {
        var all = new HashMap<>(settings);
        all.put("PORT", port.address().replaceFirst(".*:", ""));
        return all;
    }

    private static void more(Crowd crowd) {
        var enough = crowd.answers() + SOME;
        Wait.until("visitors are answered", () -> crowd.answers() > enough);
    }
}

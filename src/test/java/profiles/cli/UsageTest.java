package profiles.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {

    @Test void help_tells_every_command_and_needs_no_settings() {
        var run = Run.of(Map.of("PORT", "none"), "", "--help");

        assertEquals(0, run.code());
        for (var command : List.of("createsuperuser", "changepassword", "deactivate", "activate", "makestaff", "unmakestaff", "sessions",
            "sweep", "backup", "restore", "migrate", "archive", "check"))
            assertTrue(run.out().contains("  " + command), command);
    }

    @Test void each_command_has_its_help() {
        var run = Run.of(Map.of(), "", "sweep", "--help");

        assertEquals(0, run.code());
        assertTrue(run.out().contains("--dry-run"));
    }

    @Test void the_version_is_told() {
        var run = Run.of(Map.of(), "", "--version");

        assertEquals(0, run.code());
        assertTrue(run.out().startsWith("Profiles "));
    }

    @Test void wrong_usage_is_told_apart_from_failure() {
        for (var args : List.of("fly", "--fly", "deactivate", "sessions", "sessions begin x", "activate two users", "sweep x")) {
            var run = Run.of(Map.of(), "", args.split(" "));

            assertEquals(2, run.code(), args);
            assertEquals("", run.out());
            assertTrue(run.err().contains("Usage:"), run.err());
        }
    }

    @Test void a_command_with_wrong_settings_tells_all_of_them() {
        var run = Run.of(Map.of("PORT", "none", "MAX_UPLOAD_MB", "much"), "", "deactivate", "x");

        assertEquals(1, run.code());
        assertTrue(run.err().contains("PORT: \"none\" is not a number"));
        assertTrue(run.err().contains("MAX_UPLOAD_MB: \"much\" is not a number"));
    }
}

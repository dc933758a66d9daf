package profiles.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The benchmark reads what the machine tells it. */
class BenchTest {
    @Test void what_wrk_says_is_read() {
        var result = Wrk.read("Running 5s test\nRESULT 1200 3000000 7 1500.0 9800.5\n");

        assertEquals(new Result(1200, 3, 1.5, 9.8005, 7), result);
        assertEquals(400, result.perSecond());
        assertThrows(IllegalStateException.class, () -> Wrk.read("unable to connect to 127.0.0.1:1 Connection refused"));
    }

    @Test void processor_time_and_memory_are_read_as_linux_writes_them() {
        assertEquals(150, Taken.ticks("42 (a name) with) S 1 42 42 0 -1 4194560 0 0 0 0 100 50 7 7 20 0 1 0 100"));
        assertEquals(0, Taken.ticks(""));
        assertEquals(12345, Taken.kilobytes("VmHWM:\t   99999 kB\nVmRSS:\t   12345 kB\n", "VmRSS"));
        assertTrue(Taken.rss(ProcessHandle.current().pid()) > 1);
    }

    @Test void calm_rounds_count_alone_if_there_are_any() {
        var calm = new Round(new Result(100, 1, 1, 2, 0), 10, true);
        var disturbed = new Round(new Result(20, 1, 9, 9, 1), 14, false);

        assertEquals(100, Round.perSecond(List.of(calm, disturbed)));
        assertEquals(20, Round.perSecond(List.of(disturbed)));
        assertEquals(0.2, Round.cpu(List.of(calm, disturbed)));
        assertEquals(1, Round.errors(List.of(calm, disturbed)));
    }

    @Test void ours_is_compared_with_django_and_with_the_limits_of_its_own_database() {
        assertTrue(Ratio.meant("SQLite", "Django, nginx"));
        assertTrue(Ratio.meant("SQLite", "Javalin hello"));
        assertTrue(Ratio.meant("MariaDB, nginx", "Jetty + query, MariaDB"));
        assertFalse(Ratio.meant("SQLite", "Jetty + query, MariaDB"));
        assertFalse(Ratio.meant("SQLite", "MariaDB"));
        assertFalse(Ratio.meant("MariaDB", "MariaDB, nginx"));
        assertFalse(Ratio.meant("Javalin hello", "Django"));
    }

    @Test void the_command_line_says_what_is_measured() {
        var options = Options.read("work", "--only", "page,login", "--rounds", "5", "--against", "http://127.0.0.1:8000/", "--pids", "1,2");

        assertEquals(Set.of("work"), options.mode());
        assertEquals(Set.of(Work.PAGE, Work.LOGIN), options.only());
        assertEquals(5, options.rounds());
        assertEquals("http://127.0.0.1:8000", options.against());
        assertEquals(List.of(1L, 2L), options.pids());
        assertEquals(Set.of("work", "memory", "start"), Options.read().mode());
        assertThrows(IllegalArgumentException.class, () -> Options.read("--rounds"));
        assertThrows(IllegalArgumentException.class, () -> Options.read("--help", "x"));
    }
}

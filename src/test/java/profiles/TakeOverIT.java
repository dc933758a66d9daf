package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Crowd;
import profiles.fixture.Engine;
import profiles.fixture.Jar;
import profiles.fixture.Listener;
import profiles.fixture.Wait;

/** Visitors whom no restart keeps out: the listening socket is held by another, as by systemd, and outlives each copy of the service. */
@Tag("serial")
@Timeout(120)
class TakeOverIT {
    private static final int SOME = 300;

    @TempDir
    Path folder;

    private Listener listener;

    @BeforeEach
    void listen() {
        var settings = Jar.settings(Engine.SQLITE, folder);
        // Of no meaning there, and taken or not, no reason to fail.
        settings.put("PORT", "1");
        listener = new Listener(folder, settings);
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @Test void a_second_copy_takes_over_and_no_request_fails() throws Exception {
        var first = listener.start();
        try (var crowd = new Crowd(listener.port())) {
            more(crowd);
            var second = listener.start();
            end(first);
            more(crowd);
            listener.start();
            end(second);
            more(crowd);

            assertEquals(List.of(), crowd.mishaps());
        }
    }

    @Test void a_restart_lets_visitors_wait_and_no_request_fails() throws Exception {
        var first = listener.start();
        try (var crowd = new Crowd(listener.port())) {
            more(crowd);
            end(first);
            listener.start();
            more(crowd);

            assertEquals(List.of(), crowd.mishaps());
        }
    }

    private static void end(ProcessHandle copy) throws Exception {
        assertTrue(copy.destroy(), "SIGTERM is sent");
        copy.onExit().get(30, TimeUnit.SECONDS);
    }

    private static void more(Crowd crowd) {
        var enough = crowd.answers() + SOME;
        Wait.until("visitors are answered", () -> crowd.answers() > enough);
    }
}

package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.cli.Run;
import profiles.fixture.Form;
import profiles.fixture.Ledger;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;
import profiles.fixture.Wait;

/** Several copies of the service on one database: one of them tidies. */
class OneSweepsTest extends ServiceTest {

    @Test void while_one_copy_sweeps_no_other_does_and_then_each_may() throws IOException {
        program.register("keeper").post("/profile/edit/", new Form().file("cv", "kept.pdf", "application/pdf", Samples.pdf()));
        orphan();
        tidied(service);
        var result = service.graph().oneCopy().tryRun(() -> {
            assertFalse(service.graph().oneCopy().tryRun(() -> { }));
            try (var log = new Log("profiles")) {
                var other = service.copy(Map.of());
                Wait.until("the other copy lets it be", () -> log.contains("another copy of the service tidies at this moment"));
                other.stop();
            }
            assertEquals(new Run(1, "", "Another copy of the service runs a cleanup: nothing was done. Try again in a moment.\n"),
                Run.of(service.settings(), "", "sweep"));
            assertEquals(0, Run.of(service.settings(), "", "sweep", "--dry-run").code(), "a look is free");
            assertEquals(List.of("cvs/kept.pdf", "cvs/orphan.pdf"), service.files());
        });

        assertTrue(result);
        assertEquals(new Run(0, "Files deleted: 1 (4 bytes)\n", ""), Run.of(service.settings(), "", "sweep"));
    }

    @Test void after_one_that_failed_the_next_may() {
        tidied(service);
        Runnable failing = () -> {
            throw new IllegalStateException("failed");
        };

        assertThrows(IllegalStateException.class, () -> service.graph().oneCopy().tryRun(failing));

        assertTrue(service.graph().oneCopy().tryRun(() -> { }));
    }

    @Test void copies_on_different_databases_do_not_wait_for_each_other() {
        try (var stranger = Service.on(engine)) {
            tidied(service);
            assertTrue(service.graph().oneCopy().tryRun(() -> tidied(stranger)));
        }
    }

    /** Each does so at its start. */
    private static void tidied(Service service) {
        Wait.until("it has tidied", () -> service.graph().oneCopy().tryRun(() -> { }));
    }

    private static void orphan() throws IOException {
        Files.writeString(Files.createDirectories(service.media().resolve("cvs")).resolve("orphan.pdf"), "%PDF");
        Ledger.insert(service, "cvs/orphan.pdf", "released", Ledger.bytes("%PDF"));
        service.db().sqlUpdate("update media_file set changed = ? where state = 'released'")
            .setParameters(Instant.now().minus(Duration.ofDays(2))).execute();
    }
}

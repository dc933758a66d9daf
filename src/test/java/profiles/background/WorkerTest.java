package profiles.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import profiles.fixture.Log;
import profiles.fixture.TestClock;

class WorkerTest {
    private final Worker worker = new Workers(new TestClock()).named("mail");

    @Test void an_error_does_not_end_the_work_and_is_known_and_told_once() {
        try (var log = new Log("profiles.background")) {
            for (int i = 0; i < 5; i++) assertFalse(worker.run(() -> {
                throw new OutOfMemoryError("for a moment");
            }));

            assertTrue(worker.failing());
            assertNull(worker.lastSuccess());
            assertEquals(1, log.alarms().size(), log::toString);
        }
    }

    @Test void what_succeeds_again_is_well() {
        var broken = new AtomicBoolean(true);
        Runnable work = () -> {
            if (broken.get()) throw new IllegalStateException("broken");
        };
        worker.run(work);
        broken.set(false);

        assertTrue(worker.run(work));
        assertFalse(worker.failing());
        assertNotNull(worker.lastSuccess());
    }

    @Test void what_fails_while_the_service_ends_is_not_told() {
        try (var log = new Log("profiles.background")) {
            worker.stop();
            worker.run(() -> {
                throw new IllegalStateException("the database has gone");
            });

            assertEquals(0, log.alarms().size(), log::toString);
        }
    }
}

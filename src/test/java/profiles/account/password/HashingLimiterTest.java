package profiles.account.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import profiles.web.Problem;

@Timeout(30)
class HashingLimiterTest {
    private final CountDownLatch end = new CountDownLatch(1);

    @Test void work_waits_until_there_is_memory_for_it() {
        var room = new HashingLimiter(100, 4, 10);
        var first = begin(room, 60);
        var second = CompletableFuture.supplyAsync(() -> room.runInTurn(60, () -> "done"), Executors.newCachedThreadPool());

        assertFalse(second.isDone());
        assertNull(room.runNow(60, () -> "done"), "what can be left is left");
        assertEquals("done", room.runNow(40, () -> "done"));

        end.countDown();
        assertEquals("done", first.join());
        assertEquals("done", second.join());
    }

    @Test void what_needs_no_memory_still_needs_a_processor() {
        var room = new HashingLimiter(100, 2, 10);
        begin(room, 1);
        begin(room, 1);

        assertNull(room.runNow(1, () -> "done"));
        end.countDown();
    }

    @Test void over_the_end_of_the_line_people_are_told_to_come_back() {
        var room = new HashingLimiter(100, 1, 0);

        assertThrows(Problem.class, () -> room.runInTurn(1, () -> "done"));
    }

    @Test void work_that_fails_leaves_its_room_to_others() {
        var room = new HashingLimiter(100, 1, 1);

        assertThrows(IllegalStateException.class, () -> room.runInTurn(100, () -> {
            throw new IllegalStateException();
        }));
        assertEquals("done", room.runNow(100, () -> "done"));
    }

    @Test void on_any_machine_a_hash_of_ours_fits() {
        var room = new HashingLimiter();

        assertTrue(room.canHold(StoredHash.NOBODY.kibibytes()));
        assertFalse(room.canHold((int) (Runtime.getRuntime().maxMemory() / 1024) + 1));
    }

    /** Work that has begun, and ends when it is let. */
    private CompletableFuture<String> begin(HashingLimiter room, int kibibytes) {
        var begun = new CountDownLatch(1);
        var work = CompletableFuture.supplyAsync(() -> room.runInTurn(kibibytes, () -> {
            begun.countDown();
            await(end);
            return "done";
        }), Executors.newCachedThreadPool());
        await(begun);
        return work;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}

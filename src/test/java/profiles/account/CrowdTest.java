package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import profiles.account.password.HashingLimiter;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.ServiceTest;
import profiles.fixture.Wait;
import profiles.web.Problem;

/** More people at once than there is room for. */
@Timeout(60)
class CrowdTest extends ServiceTest {
    private static final int CROWD = 10, LINE = 64;

    private final CountDownLatch end = new CountDownLatch(1);

    @Test void when_the_line_is_full_everybody_is_told_at_once_when_to_come_back() {
        program.register("crowded");
        var room = service.graph().hashingLimiter();
        var inside = IntStream.range(0, Runtime.getRuntime().availableProcessors()).mapToObj(i -> thread(room)).toList();
        waitUntilAll(inside, Thread.State.WAITING);
        var line = IntStream.range(0, LINE).mapToObj(i -> thread(room)).toList();
        waitUntilAll(line, Thread.State.TIMED_WAITING);

        var pages = crowd(browser);
        var problems = crowd(program);
        assertTrue(line.stream().allMatch(Thread::isAlive), "those in line still wait");
        end.countDown();
        Wait.until("the line is empty", () -> Stream.concat(inside.stream(), line.stream()).noneMatch(Thread::isAlive));

        for (var page : pages) {
            assertEquals(503, page.status());
            assertEquals("10", page.header("Retry-After"));
            assertTrue(page.contains("Too many people are logging in at this moment. Try again in a few seconds.") && page.contains("<h1>"),
                page.toString());
        }
        for (var problem : problems) {
            assertEquals(503, problem.status());
            assertEquals("10", problem.header("Retry-After"));
            assertEquals(503, problem.json().get("status").intValue());
        }
        assertEquals(200, service.program().login("crowded", "correct horse").status(), "and then there is room again");
    }

    /** Hashes something without an end, or waits to. */
    private Thread thread(HashingLimiter room) {
        var thread = new Thread(() -> {
            try {
                room.runInTurn(1, () -> {
                    await(end);
                    return null;
                });
            } catch (Problem tired) {
                // It waited as long as people do, and leaves as they do.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void waitUntilAll(List<Thread> threads, Thread.State state) {
        Wait.until("all threads are " + state, () -> threads.stream().allMatch(thread -> thread.getState() == state));
    }

    private static List<Answer> crowd(Client client) {
        var together = Executors.newFixedThreadPool(CROWD);
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> client.login("crowded", "correct horse"), together))
            .limit(CROWD).toList();
        together.shutdown();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package profiles.account;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Service;

/** More people at once than there is room for. */
@OnBothDatabases
@Timeout(120)
class CrowdTest {
    private static final int CROWD = 150;

    @Parameter
    Engine engine;

    @Test void some_sign_in_and_the_others_are_told_when_to_come_back() {
        try (var service = Service.on(engine, Map.of("THROTTLE", "off"))) {
            service.program().register("crowded");

            var pages = crowd(service.browser());
            var json = crowd(service.program());
            var byStatus = Stream.concat(pages.stream(), json.stream()).map(CompletableFuture::join).collect(groupingBy(Answer::status));

            assertEquals(2, byStatus.size(), byStatus.keySet().toString());
            assertFalse(byStatus.get(422).isEmpty());
            for (var turnedAway : byStatus.get(503)) assertEquals("10", turnedAway.header("Retry-After"));
            assertTrue(pages.stream().map(CompletableFuture::join).anyMatch(page -> page.status() == 503 && page.says("<title>Busy")));
            assertTrue(json.stream().map(CompletableFuture::join).anyMatch(problem -> problem.status() == 503
                && problem.header("Content-Type").startsWith("application/problem+json")));
            assertEquals(200, service.program().login("crowded", "correct horse").status(), "and then there is room again");
        }
    }

    private static List<CompletableFuture<Answer>> crowd(Client client) {
        var together = Executors.newFixedThreadPool(CROWD);
        var answers = IntStream.range(0, CROWD).mapToObj(i -> CompletableFuture.supplyAsync(() -> client.login("crowded", "wrong horse"), together)).toList();
        together.shutdown();
        return answers;
    }
}

package profiles.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Engine;
import profiles.fixture.Service;

/** What every operation answers when too much is asked of the service. */
class BusyContractTest {
    private static final String GUESS = "Basic " + Base64.getEncoder()
        .encodeToString("nobody:wrong horse".getBytes(StandardCharsets.UTF_8));
    private static final int TRIES = 5;

    @Test void who_has_guessed_too_often_is_refused_everywhere_as_told() {
        try (var service = Service.on(Engine.SQLITE, Map.of("THROTTLE", "on"))) {
            var guesser = service.program();
            var contract = new Contract(guesser.get("/api/openapi.json").json());
            for (int i = 0; i < TRIES; i++) assertEquals(401, guesser.get("/api/profile/", "Authorization", GUESS).status());

            for (var operation : contract.operations()) {
                if (operation.open()) continue;
                var answer = ask(service, operation);
                assertEquals(429, answer.status(), operation.name());
                contract.holds(operation, answer);
            }
        }
    }

    /** All at once: each waits for a connection for as long as the pool lets it. */
    @Test void while_the_database_has_no_connection_free_every_operation_for_members_says_so_as_told() throws SQLException {
        try (var service = Service.on(Engine.SQLITE)) {
            var contract = new Contract(service.program().get("/api/openapi.json").json());
            var readers = service.graph().pools().readers();
            var answers = new LinkedHashMap<Contract.Told, CompletableFuture<Answer>>();
            var askers = Executors.newCachedThreadPool();
            var taken = new ArrayList<Connection>();
            try {
                while (taken.size() < readers.getMaximumPoolSize()) taken.add(readers.getConnection());
                for (var operation : contract.operations())
                    if (!operation.open()) answers.put(operation, CompletableFuture.supplyAsync(() -> ask(service, operation), askers));

                answers.forEach((operation, answer) -> {
                    assertEquals(503, answer.join().status(), operation.name());
                    contract.holds(operation, answer.join());
                });
            } finally {
                askers.shutdown();
                for (var connection : taken) connection.close();
            }
        }
    }

    private static Answer ask(Service service, Contract.Told operation) {
        var path = operation.path().replaceAll("\\{\\w+}", "1");
        return operation.method().equals("GET") ? service.program().get(path, "Authorization", GUESS)
            : service.program().send(operation.method(), path, BodyPublishers.noBody(), "Authorization", GUESS);
    }
}

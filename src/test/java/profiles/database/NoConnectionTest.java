package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import profiles.fixture.ServiceTest;

/** Every connection is taken, as when the database hangs. */
class NoConnectionTest extends ServiceTest {

    @Test void who_asks_meanwhile_is_told_to_come_back() throws SQLException {
        browser.register("patient");
        program.register("patient_program");
        var readers = service.graph().pools().readers();

        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() < readers.getMaximumPoolSize()) taken.add(readers.getConnection());

            var page = CompletableFuture.supplyAsync(() -> browser.get("/profile/"));
            var json = CompletableFuture.supplyAsync(() -> program.get("/api/profile/"));
            var health = CompletableFuture.supplyAsync(() -> service.program().get("/healthz"));

            for (var answer : List.of(page, json, health)) {
                assertEquals(503, answer.join().status());
                assertNotNull(answer.join().header("Retry-After"));
            }
            assertTrue(page.join().contains("<h1>Busy</h1>"));
            assertEquals("Busy", json.join().json().get("title").textValue());
        } finally {
            for (var connection : taken) connection.close();
        }
        assertEquals(200, browser.get("/profile/").status());
    }
}

package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.fixture.Engine;
import profiles.fixture.Log;
import profiles.fixture.MariaDb;
import profiles.fixture.Relay;
import profiles.fixture.Service;
import profiles.fixture.Wait;

/** A MariaDB that takes no changes, or whose connections break. */
class MariaDbAwayTest {

    @Test void while_the_server_is_read_only_who_saves_is_told_so_and_all_can_be_read() {
        var url = MariaDb.emptyDatabase();
        MariaDb.makePlainUser();
        try (var service = Service.on(Engine.MARIADB, Map.of("DATABASE_URL", url, "DATABASE_USER", "plain"))) {
            var browser = service.browser().register("ada");
            var program = service.program();
            program.login("ada", "correct horse");
            MariaDb.set("read_only=1");
            try (var log = new Log("profiles.web")) {
                var page = browser.post("/profile/edit/", "bio", "from a page");
                var json = program.post("/profile/edit/", "bio", "from a program");

                assertEquals(503, page.status(), page::toString);
                assertEquals(503, json.status(), json::toString);
                assertNotNull(page.header("Retry-After"));
                assertTrue(json.json().get("detail").textValue().contains("nothing was changed"), json::toString);
                assertEquals("", program.get("/api/profile/").json().get("bio").textValue());
                assertEquals(200, browser.get("/profile/edit/").status());
                assertEquals(2, log.alarms().size(), log::toString);
            } finally {
                MariaDb.set("read_only=0");
            }
            service.clock().forward(Duration.ofMinutes(6));
            MariaDb.set("read_only=1");
            try (var log = new Log("profiles.database")) {
                for (int i = 0; i < 3; i++) {
                    assertEquals(200, browser.get("/profile/").status());
                    assertEquals(200, program.get("/api/profile/").status());
                }
                assertEquals(1, log.alarms().size(), log::toString);
            } finally {
                MariaDb.set("read_only=0");
            }

            assertEquals(200, program.post("/profile/edit/", "bio", "again").status());
        }
    }

    @Test void a_privilege_that_was_taken_away_is_named_in_the_log() throws SQLException {
        var url = MariaDb.emptyDatabase();
        var database = url.replaceAll(".*/", "");
        try (var root = DriverManager.getConnection(url, "root", ""); var statement = root.createStatement()) {
            statement.execute("create or replace user limited@localhost");
            statement.execute("grant all on " + database + ".* to limited@localhost");
            try (var service = Service.on(Engine.MARIADB, Map.of("DATABASE_URL", url, "DATABASE_USER", "limited"));
                 var log = new Log("profiles.web")) {
                var program = service.program().register("ada");
                statement.execute("revoke update on " + database + ".* from limited@localhost");
                // A connection keeps the privileges for a database with which it began.
                statement.execute("kill user limited@localhost");
                Wait.until("health names it", () -> service.program().get("/healthz").contains("denies its user a privilege"));

                var refused = program.post("/profile/edit/", "bio", "denied");

                assertEquals(503, refused.status(), refused::toString);
                assertTrue(refused.json().get("detail").textValue().contains("nothing was changed"), refused::toString);
                assertEquals(1, log.alarms().size(), log::toString);
                assertTrue(log.contains("ERROR POST /profile/edit/: the database denies its user a privilege"), log::toString);
                assertEquals(200, program.get("/api/profile/").status());
            }
        }
    }

    @Test void while_another_program_holds_a_lock_on_all_tables_reading_goes_on() throws SQLException {
        var url = MariaDb.emptyDatabase();
        try (var root = DriverManager.getConnection(url, "root", ""); var statement = root.createStatement();
             var service = Service.on(Engine.MARIADB, Map.of("DATABASE_URL", url))) {
            var program = service.program().register("ada");
            service.clock().forward(Duration.ofMinutes(6));
            statement.execute("flush tables with read lock");

            assertEquals(200, program.get("/api/profile/").status());
            var refused = program.post("/profile/edit/", "bio", "locked");
            var health = service.program().get("/healthz");

            assertEquals(503, refused.status(), refused::toString);
            assertEquals("The database is busy. Try again in a moment.", refused.json().get("detail").textValue());
            assertEquals(200, health.status(), health::toString);
            assertTrue(health.contains("Another program holds its lock"), health::toString);
            statement.execute("unlock tables");
            assertEquals(200, program.post("/profile/edit/", "bio", "again").status());
        }
    }

    @Test void a_connection_that_is_lost_at_the_commit_leaves_unknown_whether_it_was_stored() throws Exception {
        var url = MariaDb.emptyDatabase();
        var port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
        try (var relay = new Relay(port);
             var service = Service.on(Engine.MARIADB, Map.of("DATABASE_URL", url.replace(":" + port, ":" + relay.port())))) {
            var program = service.program().register("ada");
            var browser = service.browser();
            browser.login("ada", "correct horse");

            relay.loseAnswerToCommitAfter("perhaps");
            var json = program.post("/profile/edit/", "bio", "perhaps");
            relay.loseAnswerToCommitAfter("perhaps, too");
            var page = browser.post("/profile/edit/", "bio", "perhaps, too");

            assertEquals(503, json.status(), json::toString);
            assertTrue(json.json().get("detail").textValue().contains("It is unknown whether it was stored"), json::toString);
            assertEquals(503, page.status());
            assertTrue(page.contains("It is unknown whether it was stored"), page::toString);
            assertEquals(200, program.post("/profile/edit/", "bio", "surely").status());
        }
    }
}

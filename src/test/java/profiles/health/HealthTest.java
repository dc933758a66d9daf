package profiles.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Engine;
import profiles.fixture.MailServer;
import profiles.fixture.MariaDb;
import profiles.fixture.Relay;
import profiles.fixture.Service;
import profiles.fixture.SmallDisk;
import profiles.fixture.Store;
import profiles.fixture.Wait;

/** The health names what fails, and sends people elsewhere only where they may fare better. */
class HealthTest {

    @Test void a_service_that_can_do_its_work_says_so_and_no_more() {
        try (var service = Service.on(Engine.SQLITE)) {
            assertEquals("{\"status\":\"ok\"}", service.program().get("/healthz").body());
            assertEquals("{\"status\":\"ok\"}", service.browser().get("/healthz").body());
        }
    }

    @Test void a_database_that_takes_no_changes_is_named_and_people_are_sent_elsewhere() {
        var url = MariaDb.emptyDatabase();
        MariaDb.makePlainUser();
        try (var service = Service.on(Engine.MARIADB, Map.of("DATABASE_URL", url, "DATABASE_USER", "plain"))) {
            MariaDb.set("read_only=1");
            try {
                var health = failing(service, "database");

                assertEquals(503, health.status());
                assertEquals("down", health.json().get("status").textValue());
                assertNotNull(health.header("Retry-After"));
                assertTrue(figures(service).contains("profiles_failing{part=\"database\"} 1.0"));
            } finally {
                MariaDb.set("read_only=0");
            }
            well(service);
        }
    }

    @Test void a_full_disk_is_named_and_nobody_is_sent_elsewhere() {
        try (var disk = new SmallDisk(4 * 1024);
             var service = Service.on(Engine.SQLITE, Map.of("DATABASE_URL", "jdbc:sqlite:" + disk.folder().resolve("profiles.db")))) {
            disk.fill(0);

            impaired(failing(service, "disk"));

            disk.empty();
            well(service);
        }
    }

    @Test void a_store_that_cannot_be_reached_is_named() throws IOException {
        try (var relay = new Relay(Store.S3.port()); var service = Service.on(Engine.SQLITE, Store.S3.at(relay.port()))) {
            well(service);
            relay.breakOff();

            impaired(failing(service, "store"));

            relay.mend();
            well(service);
        }
    }

    @Test void mail_that_is_not_delivered_for_an_hour_is_named() {
        var mail = new MailServer();
        mail.close();
        try (var service = Service.on(Engine.SQLITE, Map.of("MAIL_URL", mail.url()))) {
            service.browser().register("ada");
            Wait.until("a delivery has failed", () -> figures(service).contains("profiles_mails_failed_total 1.0"));
            service.clock().forward(Duration.ofMinutes(59));
            well(service);
            service.clock().forward(Duration.ofMinutes(2));

            impaired(failing(service, "mail delivery"));
        }
    }

    private static void impaired(Answer health) {
        assertEquals(200, health.status());
        assertEquals("impaired", health.json().get("status").textValue());
        assertNull(health.header("Retry-After"));
    }

    /** What is asked too often is told as it was a moment ago. */
    private static Answer failing(Service service, String part) {
        Wait.until(part + " is named", () -> service.program().get("/healthz").body().contains("\"part\":\"" + part + "\""));
        return service.program().get("/healthz");
    }

    private static void well(Service service) {
        Wait.until("all is well", () -> service.program().get("/healthz").body().equals("{\"status\":\"ok\"}"));
    }

    private static String figures(Service service) {
        return service.program().get("/metrics").body();
    }
}

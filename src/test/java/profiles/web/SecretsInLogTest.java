package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import profiles.fixture.Log;
import profiles.fixture.Service;
import profiles.fixture.SqliteServiceTest;

/** A path may hold the token of a mailed link, which opens an account for an hour (ASVS 16.2.5). */
class SecretsInLogTest extends SqliteServiceTest {

    @Test void a_request_that_fails_is_logged_by_its_route_and_never_with_its_token() {
        try (var own = Service.on(engine); var log = new Log()) {
            own.db().sqlUpdate("alter table mailed_link rename to elsewhere").execute();

            assertEquals(503, own.browser().get("/accounts/reset/1/secret-token/").status());

            assertTrue(log.contains("GET /accounts/reset/{uid}/{token}/: another program has changed a table"), log::toString);
            assertFalse(log.lines().stream().anyMatch(line -> line.contains("secret-token")), log.lines().toString());
        }
    }
}

package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Answer;
import profiles.fixture.Engine;
import profiles.fixture.Log;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Service;

/** Django migrates its tables while the service runs. */
@OnBothDatabases
class ChangedSchemaTest {
    @Parameter
    private Engine engine;

    private Service service;

    @BeforeEach
    void start() {
        service = Service.on(engine);
        service.program().register("ada");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test void a_column_that_is_gone_is_a_503_that_names_it_in_the_log_until_it_is_back() {
        sql("alter table profiles_profile rename column bio to biography");
        try (var log = new Log("profiles.web")) {
            var json = login("ada");
            var page = service.browser().login("ada", "correct horse");

            assertEquals(503, json.status());
            assertNotNull(json.header("Retry-After"));
            assertTrue(json.header("Content-Type").startsWith("application/problem+json"));
            assertEquals(503, page.status());
            assertTrue(page.contains("The database has changed under the service."), page::toString);
            assertTrue(log.contains("another program has changed a table, see the command check (") && log.contains("bio"), log::toString);
        }
        sql("alter table profiles_profile rename column biography to bio");

        assertEquals(200, login("ada").status());
    }

    private Answer login(String name) {
        return service.program().login(name, "correct horse");
    }

    private void sql(String statement) {
        service.db().sqlUpdate(statement).execute();
    }
}

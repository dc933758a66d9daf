package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.Service;

/** Changes of Django's tables that SQLite does not know: columns with a length, and new ones that need a value. */
class ChangedMariaDbSchemaTest {
    private Service service;

    @BeforeEach
    void start() {
        service = Service.on(Engine.MARIADB);
        service.program().register("ada");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test void a_new_column_that_needs_a_value_is_a_503_that_names_it_in_the_log() {
        sql("alter table auth_user add column phone varchar(20) not null");
        try (var log = new Log("profiles.web")) {
            var answer = service.program().post("/accounts/register/", new Form().text("username", "ben")
                .text("password1", "correct horse").text("password2", "correct horse"));

            assertEquals(503, answer.status());
            assertTrue(log.contains("phone"), log::toString);
        }
    }

    @Test void a_text_that_is_longer_than_a_narrow_column_is_refused_and_all_else_goes_on() {
        sql("alter table profiles_profile modify full_name varchar(20) not null");
        var ada = service.program();
        ada.login("ada", "correct horse");

        assertEquals(422, ada.post("/profile/edit/", "full_name", "Augusta Ada King, Countess of Lovelace").status());
        assertEquals(422, service.browser().register("ben").post("/profile/edit/", "full_name", "Benjamin of the Very Long Name").status());
        assertEquals(200, ada.post("/profile/edit/", "full_name", "Ada Lovelace").status());
    }

    private void sql(String statement) {
        service.db().sqlUpdate(statement).execute();
    }
}

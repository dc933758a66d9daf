package profiles.profile.leaving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import profiles.fixture.Client;
import profiles.fixture.Form;
import profiles.fixture.ServiceTest;

/** What tests of leaving look at behind the service's back. */
abstract class AccountDeletionPagesTest extends ServiceTest {
    static final String PASSWORD = "correct horse";

    static Form cv(String name) {
        return new Form().file("cv", name, "application/pdf", "%PDF-1.4 of a life%%EOF".getBytes(UTF_8));
    }

    static void upload(Client client, String name) {
        assertEquals(303, client.post("/profile/edit/", cv(name)).status());
        assertTrue(service.files().contains("cvs/" + name));
    }

    static void sql(String sql) {
        service.db().sqlUpdate(sql).execute();
    }

    static int idOf(String username) {
        return number("select id from auth_user where username = '" + username + "'");
    }

    static int count(String from) {
        return number("select count(*) from " + from);
    }

    static int number(String sql) {
        return service.db().sqlQuery(sql).mapToScalar(Integer.class).findOne();
    }
}

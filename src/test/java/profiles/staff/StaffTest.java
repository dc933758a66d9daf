package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import profiles.account.User;
import profiles.account.query.QUser;
import profiles.audit.AuditAction;
import profiles.audit.AuditEvent;
import profiles.fixture.Client;
import profiles.fixture.ServiceTest;

/** What tests of staff need: people of each kind, and a look behind the service's back. */
public abstract class StaffTest extends ServiceTest {
    static final String PASSWORD = "correct horse";

    /** Who is marked so already; an account is made for each name. */
    protected static Client staff(Client client, String username) {
        return marked(client, username, "is_staff = true");
    }

    protected static Client superuser(Client client, String username) {
        return marked(client, username, "is_staff = true, is_superuser = true");
    }

    private static Client marked(Client client, String username, String marks) {
        client.register(username);
        sql("update auth_user set " + marks + " where username = '" + username + "'");
        return client;
    }

    /** The path of the member's page. */
    protected static String home(String username) {
        return "/staff/profiles/" + user(username).id() + "/";
    }

    protected static String api(String username) {
        return "/api" + home(username);
    }

    protected static User user(String username) {
        return new QUser(service.db()).username.eq(username).findOne();
    }

    protected static List<AuditEvent> history(String username, int max) {
        return service.graph().audit().findEvents(user(username), max);
    }

    protected static AuditAction latest(String username) {
        return history(username, 1).get(0).action();
    }

    protected static boolean is(String mark, String username) {
        return service.db().sqlQuery("select count(*) from auth_user where username = ? and " + mark + " = true").setParameter(username)
            .mapToScalar(Integer.class).findOne() == 1;
    }

    /** A token of who is signed in, as the header that sends it. */
    protected static String token(Client client, boolean readOnly) {
        var made = client.send("POST", "/accounts/tokens/", "application/json", "{\"name\":\"script\",\"read_only\":" + readOnly + "}");
        assertEquals(201, made.status(), made::toString);
        return "Bearer " + made.json().get("token").textValue();
    }

    protected static void sql(String sql) {
        service.db().sqlUpdate(sql).execute();
    }
}

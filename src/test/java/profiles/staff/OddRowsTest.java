package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Log;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Service;
import profiles.fixture.Wait;

/** Rows as other programs may leave them in Django's tables: what is no date, and NULL where Django writes none, is shown as none. */
@OnBothDatabases
class OddRowsTest {
    @Parameter
    Engine engine;

    @Test void a_row_without_a_date_or_with_nulls_hides_nobody() {
        try (var service = Service.on(engine); var log = new Log()) {
            var odd = service.program().register("odd");
            var staff = service.program().register("staff");
            var page = service.browser();
            page.login("staff", "correct horse");
            sql(service, "update auth_user set is_staff = true where username = 'staff'");
            for (var statement : engine == Engine.MARIADB ? MARIADB : SQLITE) sql(service, statement);
            var id = service.db().sqlQuery("select id from auth_user where username = 'odd'").mapToScalar(Integer.class).findOne();
            Wait.until("all are found", () -> !staff.get("/staff/profiles/").body().contains("\"filling\":true"));

            for (var path : List.of("/staff/profiles/", "/staff/profiles/?sort=-joined", "/staff/profiles/?sort=joined",
                "/staff/profiles/?q=odd",
                "/staff/profiles/" + id + "/", "/staff/profiles/" + id + "/edit/")) {
                assertEquals(200, staff.get(path).status(), path);
                assertEquals(200, page.get(path).status(), path);
            }
            for (var path : List.of("/staff/profiles/export.csv", "/staff/profiles/export.jsonl")) {
                var table = staff.get(path);
                assertEquals(200, table.status(), path);
                assertTrue(table.body().contains("odd"), path);
                assertTrue(table.body().contains("staff"), path);
            }
            assertTrue(page.get("/staff/profiles/").contains("at an unknown time"));
            ownPages(odd);
            assertEquals(200, odd.post("/profile/edit/", "bio", "all the same").status());
            assertEquals(List.of(), log.alarms());
        }
    }

    private static void ownPages(Client odd) {
        for (var path : List.of("/profile/", "/profile/edit/", "/accounts/", "/api/profile/", "/accounts/sessions/", "/accounts/export/"))
            assertEquals(200, odd.get(path).status(), path);
    }

    private static final List<String> SQLITE = List.of(
        "update auth_user set date_joined = '0000-00-00 00:00:00', last_login = '' where username = 'odd'");
    private static final List<String> MARIADB = List.of(
        "alter table profiles_profile modify full_name varchar(255) null, modify bio longtext null",
        "alter table auth_user modify first_name varchar(150) null, modify last_name varchar(150) null, modify email varchar(254) null",
        "update profiles_profile set full_name = null, bio = null, cv = null "
            + "where user_id = (select id from auth_user where username = 'odd')",
        "update auth_user set date_joined = 0, last_login = 0, first_name = null, last_name = null, email = null where username = 'odd'");

    private static void sql(Service service, String statement) {
        service.db().sqlUpdate(statement).execute();
    }
}

package profiles.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.account.query.QUser;
import profiles.audit.query.QAuditEvent;
import profiles.fixture.Log;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

/** Nobody fills the trail by doing the same in a loop. */
class AuditFloodTest extends ServiceTest {

    @Test void of_one_kind_thirty_an_hour_are_told_and_the_last_counts_the_others() {
        program.register("looper");
        try (var log = new Log("profiles.audit")) {
            for (int i = 0; i < 39; i++) assertEquals(200, program.login("looper", "correct horse").status());

            assertEquals(29, log.lines().size());
        }
        assertEquals(30, rows("looper", AuditAction.SIGNED_IN).size());
        assertEquals(10, rows("looper", AuditAction.SIGNED_IN).get(29).leftOut());
        service.clock().forward(Duration.ofHours(1));

        program.login("looper", "correct horse");

        assertEquals(31, rows("looper", AuditAction.SIGNED_IN).size());
        assertEquals(0, rows("looper", AuditAction.SIGNED_IN).get(30).leftOut());
    }

    @Test void tokens_that_are_made_and_revoked_in_a_loop_leave_sixty_rows_and_staff_see_how_many_there_were() {
        program.register("maker");
        for (int i = 0; i < 33; i++) {
            var id = program.post("/accounts/tokens/", "name", "loop").json().get("id").asText();
            assertEquals(204, program.send("DELETE", "/accounts/tokens/" + id + "/", BodyPublishers.noBody()).status());
        }
        browser.register("auditor");
        service.db().sqlUpdate("update auth_user set is_staff = 1 where username = 'auditor'").execute();

        assertEquals(30, rows("maker", AuditAction.TOKEN_MADE).size());
        assertEquals(30, rows("maker", AuditAction.TOKEN_REVOKED).size());
        var home = "/staff/profiles/" + new QUser(service.db()).username.eq("maker").findOne().id() + "/";
        assertTrue(browser.get(home).contains("Token revoked, and 3 more times within the hour"));
        assertEquals(3, browser.get(home, "Accept", "application/json").json().at("/history/events/0/left_out").intValue());
    }

    @Test void names_that_nobody_has_are_counted_by_the_address() {
        try (var own = Service.on(engine, Map.of("THROTTLE", "off"))) {
            for (int i = 0; i < 35; i++) own.program().login("nobody" + i, "wrong");

            var refused = new QAuditEvent(own.db()).action.eq("SIGN_IN_REFUSED").orderBy().id.asc().findList();
            assertEquals(30, refused.size());
            assertEquals(5, refused.get(29).leftOut());
        }
    }

    @Test void head_is_no_event() {
        for (var client : List.of(browser, program)) {
            var name = client == browser ? "header" : "headed";
            client.register(name);
            var before = rows(name, AuditAction.EXPORTED).size();

            for (int i = 0; i < 3; i++) assertEquals(200, client.bytes("HEAD", "/accounts/export/").statusCode());

            assertEquals(before, rows(name, AuditAction.EXPORTED).size());
        }
    }

    @Test void head_leaves_the_message_to_the_page() {
        browser.register("flashed");
        browser.bytes("HEAD", "/profile/edit/");

        assertTrue(browser.get("/profile/edit/").contains("Welcome!"));
    }

    private static List<AuditEvent> rows(String username, AuditAction action) {
        return new QAuditEvent(service.db()).username.eq(username).action.eq(action.name()).orderBy().id.asc().findList();
    }
}

package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import profiles.fixture.Client;
import profiles.fixture.ServiceTest;

/** Whoever finds a browser open neither shuts its owner out elsewhere nor takes a token along that may change things (ASVS 7.5.2). */
class RecentPasswordTest extends ServiceTest {
    private static final String END = "/accounts/sessions/end_others/", TOKENS = "/accounts/tokens/", PASSWORD = "correct horse";
    private static final Duration RECENT = Duration.ofMinutes(10);

    @Test void within_ten_minutes_of_the_login_nothing_is_asked() {
        program.register("fresh");
        service.clock().forward(RECENT.minusSeconds(30));

        assertEquals(201, program.post(TOKENS, "name", "x", "read_only", "false").status());
        assertEquals(204, program.send("POST", END, BodyPublishers.noBody()).status());
    }

    @Test void later_the_password_is_asked_for_before_other_sessions_end() {
        browser.register("later");
        program.login("later", PASSWORD);
        var other = service.program();
        other.login("later", PASSWORD);
        service.clock().forward(RECENT);

        for (var client : new Client[] {browser, program}) {
            var without = client.post(END);
            assertEquals(422, without.status());
            assertTrue(without.contains("Type your password: it is some time since you logged in."), without::toString);
            var wrong = client.post(END, "password", "wrong horse");
            assertEquals(422, wrong.status());
            assertTrue(wrong.contains("This is not your password."));
            assertFalse(wrong.contains("wrong horse"));
        }
        assertEquals(200, other.get("/api/profile/").status());

        assertEquals(204, program.post(END, "password", PASSWORD).status());
        assertEquals(401, other.get("/api/profile/").status());
        assertEquals(401, browser.get("/api/profile/").status());
    }

    @Test void the_page_has_the_field_when_it_is_needed_and_not_before() {
        browser.register("fielded");
        service.program().login("fielded", PASSWORD);
        for (var path : new String[] {"/accounts/sessions/", "/accounts/tokens/new/"})
            assertFalse(browser.get(path).contains("type=\"password\""), path);

        service.clock().forward(RECENT);

        for (var path : new String[] {"/accounts/sessions/", "/accounts/tokens/new/"})
            assertTrue(browser.get(path).contains("type=\"password\""), path);
    }

    @Test void one_other_session_is_no_way_round_and_the_own_ends_without() {
        program.register("single");
        var other = service.program();
        other.login("single", PASSWORD);
        service.clock().forward(RECENT);
        var sessions = program.get("/accounts/sessions/").json().get("sessions");
        var mine = sessions.get(0).get("current").booleanValue() ? 0 : 1;
        var path = "/accounts/sessions/" + sessions.get(1 - mine).get("id").asText() + "/";

        assertEquals(422, program.send("DELETE", path, BodyPublishers.noBody()).status());
        assertEquals(422, program.post(path + "end/").status());
        assertEquals(204, program.send("DELETE", path, "application/json", "{\"password\":\"correct horse\"}").status());
        assertEquals(401, other.get("/api/profile/").status());
        assertEquals(204, program.post("/accounts/sessions/" + sessions.get(mine).get("id").asText() + "/end/").status());
        assertEquals(401, program.get("/api/profile/").status());
    }

    @Test void a_token_that_may_change_things_needs_the_password_and_one_that_reads_does_not() {
        browser.register("tokened");
        program.login("tokened", PASSWORD);
        service.clock().forward(RECENT);

        for (var client : new Client[] {browser, program}) {
            assertEquals(201, client.post(TOKENS, "name", "reads", "read_only", "true").status());
            var refused = client.post(TOKENS, "name", "writes", "read_only", "false");
            assertEquals(422, refused.status());
            assertTrue(refused.contains("Type your password"));
            assertEquals(422, client.post(TOKENS, "name", "writes", "read_only", "false", "password", "wrong").status());
            assertEquals(201, client.post(TOKENS, "name", "writes", "read_only", "false", "password", PASSWORD).status());
        }
        assertTrue(browser.post(TOKENS, "name", "typed name", "read_only", "false").contains("value=\"typed name\""));
    }
}

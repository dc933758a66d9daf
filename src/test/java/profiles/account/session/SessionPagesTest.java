package profiles.account.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import profiles.fixture.Client;
import profiles.fixture.ServiceTest;

class SessionPagesTest extends ServiceTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Test void a_member_sees_where_he_is_signed_in_and_which_session_asks() {
        browser.register("lists");
        var other = loginWith(FIREFOX, "lists");

        var page = browser.get("/accounts/sessions/");
        var json = other.get("/accounts/sessions/").json().get("sessions");

        // ASVS 7.5.2
        assertEquals(200, page.status());
        assertTrue(page.contains("Firefox on Linux"));
        assertTrue(page.contains("127.0.0.1"));
        assertTrue(page.contains("This device"));
        assertEquals(2, json.size());
        assertEquals("Firefox on Linux", json.get(0).get("device").textValue());
        assertEquals("127.0.0.1", json.get(0).get("address").textValue());
        assertTrue(json.get(0).get("current").booleanValue());
        assertFalse(json.get(1).get("current").booleanValue());
        for (var time : new String[] {"since", "last_seen"})
            assertTrue(json.get(0).get(time).textValue().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), time);
    }

    @Test void a_member_ends_one_session_and_the_others_live_on() {
        browser.register("ends");
        var lost = loginWith(FIREFOX, "ends");
        var kept = loginWith("curl/8.0", "ends");

        var answer = browser.post("/accounts/sessions/" + id(browser, "Firefox on Linux") + "/end/");

        // ASVS 7.5.2
        assertEquals("/accounts/sessions/", answer.location());
        assertTrue(browser.get("/accounts/sessions/").contains("That device is logged out."));
        assertEquals(401, lost.get("/api/profile/").status());
        assertEquals(200, kept.get("/api/profile/").status());
    }

    @Test void a_program_ends_one_session_by_delete() {
        program.register("deletes");
        var lost = loginWith(FIREFOX, "deletes");

        var answer = program.send("DELETE", "/accounts/sessions/" + id(program, "Firefox on Linux") + "/", BodyPublishers.noBody());

        assertEquals(204, answer.status());
        assertEquals(401, lost.get("/api/profile/").status());
    }

    @Test void a_member_ends_all_other_sessions_at_once() {
        browser.register("alone");
        var first = loginWith(FIREFOX, "alone");
        var second = loginWith("curl/8.0", "alone");

        var answer = browser.post("/accounts/sessions/end_others/");

        // ASVS 7.4.3, 7.5.2
        assertEquals(303, answer.status());
        assertEquals(401, first.get("/api/profile/").status());
        assertEquals(401, second.get("/api/profile/").status());
        assertEquals(200, browser.get("/api/profile/").status());
    }

    @Test void nobody_ends_or_sees_the_session_of_another() {
        program.register("victim");
        var id = program.get("/accounts/sessions/").json().at("/sessions/0/id").asText();
        browser.register("intruder");

        // ASVS 8.2.2
        assertEquals(404, browser.post("/accounts/sessions/" + id + "/end/").status());
        assertEquals(404, browser.post("/accounts/sessions/none/end/").status());
        assertEquals(404, browser.post("/accounts/sessions/99999999999999999999/end/").status());
        assertEquals(200, program.get("/api/profile/").status());
        assertEquals(1, browser.get("/accounts/sessions/", "Accept", "application/json").json().get("sessions").size());
    }

    @Test void a_strange_user_agent_is_kept_short_and_harms_nothing() {
        var strange = loginWithNew("odd", "<script>alert(1)</script>" + "x".repeat(2000));

        var page = strange.get("/accounts/sessions/", "Accept", "text/html");

        assertEquals(200, page.status());
        assertFalse(page.body().contains("<script>"));
        assertTrue(page.contains("Unknown device"));
    }

    @Test void the_account_page_leads_there() {
        browser.register("led");

        var page = browser.get("/accounts/");

        assertTrue(page.contains("href=\"/accounts/sessions/\""));
        assertTrue(page.contains("href=\"/accounts/tokens/\""));
        assertTrue(browser.get("/profile/").contains("href=\"/accounts/\""));
        assertEquals("led", browser.get("/accounts/", "Accept", "application/json").json().get("username").textValue());
    }

    private static Client loginWithNew(String username, String userAgent) {
        service.program().register(username);
        return loginWith(userAgent, username);
    }

    private static Client loginWith(String userAgent, String username) {
        var client = service.program();
        var answer = client.send("POST", "/accounts/login/", "application/json",
            "{\"username\":\"" + username + "\",\"password\":\"correct horse\"}", "User-Agent", userAgent);
        assertEquals(200, answer.status());
        return client;
    }

    private static String id(Client asking, String device) {
        for (JsonNode each : asking.get("/accounts/sessions/", "Accept", "application/json").json().get("sessions"))
            if (each.get("device").textValue().equals(device)) return each.get("id").asText();
        throw new AssertionError("no session of " + device);
    }
}

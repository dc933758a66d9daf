package profiles.account.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static profiles.account.Sent.basic;
import static profiles.account.Sent.token;

import org.junit.jupiter.api.Test;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

class AuthenticationTest extends ServiceTest {
    private static final String JSON = "application/json";
    private static final String CHANGE = "{\"bio\":\"changed\"}";

    @Test void a_program_signs_in_with_a_token_and_gets_no_cookie() {
        var token = token(service, "bearer", false);

        var read = program.get("/api/profile/", "Authorization", token);
        var written = program.send("PATCH", "/api/profile/", JSON, CHANGE, "Authorization", token.replace("Bearer", "bEARER"));

        assertEquals("bearer", read.json().get("username").textValue());
        assertNull(read.header("Set-Cookie"));
        assertEquals("changed", written.json().get("bio").textValue());
    }

    @Test void a_program_signs_in_with_user_name_and_password() {
        service.program().register("жанна");

        var read = program.get("/api/profile/", "Authorization", basic("жанна:correct horse"));
        var written = program.send("PATCH", "/api/profile/", JSON, CHANGE, "Authorization", basic("жанна:correct horse"));

        assertEquals("жанна", read.json().get("username").textValue());
        assertNull(read.header("Set-Cookie"));
        assertEquals(200, written.status());
    }

    @Test void a_header_wins_over_a_cookie() {
        var token = token(service, "header", false);
        program.register("cookie");

        assertEquals("header", program.get("/api/profile/", "Authorization", token).json().get("username").textValue());
        assertEquals(401, program.get("/api/profile/", "Authorization", "Bearer wrong").status());
        program.send("POST", "/accounts/logout/", JSON, "{}", "Authorization", token);
        assertEquals(1, program.get("/accounts/sessions/").json().get("sessions").size(), "the session lives on");
    }

    @Test void a_token_may_come_from_any_site_and_a_cookie_or_a_remembered_password_may_not() {
        var token = token(service, "anywhere", false);
        program.login("anywhere", "correct horse");

        // ASVS 3.5.1
        assertEquals(200, change("Authorization", token));
        assertEquals(403, change());
        assertEquals(403, change("Authorization", basic("anywhere:correct horse")));
        assertEquals(401, change("Authorization", "Bearer wrong"), "and the cookie beside it does not count");
    }

    @Test void a_page_for_anyone_is_shown_whatever_the_header_says() {
        for (var header : new String[] {"Bearer wrong", "Basic !!!", basic("nobody:wrong"), ""}) {
            assertEquals(200, browser.get("/accounts/login/", "Authorization", header).status(), header);
            assertEquals(404, browser.get("/nowhere/", "Authorization", header).status(), header);
        }
    }

    @Test void who_asks_cannot_be_told_and_still_a_page_says_so() {
        try (var broken = Service.on(engine)) {
            var member = broken.browser().register("broken");
            broken.db().sqlUpdate("alter table user_session rename to elsewhere").execute();

            var answer = member.get("/profile/");

            assertEquals(503, answer.status());
            assertTrue(answer.contains("The database has changed under the service."));
        }
    }

    private int change(String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Sec-Fetch-Site";
        all[1] = "cross-site";
        return program.send("PATCH", "/api/profile/", JSON, CHANGE, all).status();
    }
}

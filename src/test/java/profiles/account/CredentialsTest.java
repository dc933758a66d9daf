package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.account.query.QAccessToken;
import profiles.account.query.QUser;
import profiles.fixture.Answer;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

class CredentialsTest extends ServiceTest {
    private static final String JSON = "application/json", CHANGE = "{\"bio\":\"changed\"}";
    private static final String BEARER = "Bearer realm=\"profiles\"", WRONG = BEARER + ", error=\"invalid_token\"";
    private static final String BASIC = "Basic realm=\"profiles\", charset=\"UTF-8\"";

    @Test void a_program_signs_in_with_a_token_and_gets_no_cookie() {
        var token = token("bearer", false);

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

    @Test void a_token_that_may_only_read_changes_nothing() {
        var token = token("reader", true);

        assertEquals(200, program.get("/api/profile/", "Authorization", token).status());
        assertEquals(200, program.bytes("HEAD", "/api/profile/", "Authorization", token).statusCode());
        for (var answer : List.of(program.send("PATCH", "/api/profile/", JSON, CHANGE, "Authorization", token),
            program.send("PUT", "/api/profile/", JSON, CHANGE, "Authorization", token),
            program.send("POST", "/profile/edit/", JSON, CHANGE, "Authorization", token))) {
            // ASVS 8.2.1
            assertEquals(403, answer.status());
            assertEquals("application/problem+json", answer.header("Content-Type").split(";")[0]);
            assertEquals(BEARER + ", error=\"insufficient_scope\"", answer.header("WWW-Authenticate"));
        }
        assertEquals(403, program.get("/api/profile/", "Authorization", token, "X-HTTP-Method-Override", "PATCH").status());
        assertEquals("", program.get("/api/profile/", "Authorization", token).json().get("bio").textValue());
    }

    @Test void what_steers_an_account_needs_a_session() {
        var token = token("steers", false);

        for (var each : new String[] {token, basic("steers:correct horse")})
            for (var answer : List.of(program.get("/accounts/", "Authorization", each),
                program.get("/accounts/sessions/", "Authorization", each),
                program.get("/accounts/tokens/", "Authorization", each),
                program.send("POST", "/accounts/sessions/end_others/", JSON, "{}", "Authorization", each),
                program.send("POST", "/accounts/tokens/", JSON, "{\"name\":\"more\"}", "Authorization", each),
                program.send("DELETE", "/accounts/tokens/1/", BodyPublishers.noBody(), "Authorization", each))) {
                // ASVS 8.2.1
                assertEquals(403, answer.status());
                assertTrue(answer.says("session"));
            }
    }

    @Test void wrong_credentials_are_a_401_that_names_both_schemes() {
        service.program().register("wrongs");

        var none = program.get("/api/profile/");
        var bearer = program.get("/api/profile/", "Authorization", "Bearer " + BearerText.random());
        var basic = program.get("/api/profile/", "Authorization", basic("wrongs:wrong"));

        assertEquals(List.of(BEARER, BASIC), refused(none));
        assertEquals(List.of(WRONG, BASIC), refused(bearer));
        assertEquals(List.of(BEARER, BASIC), refused(basic));
    }

    @Test void headers_that_nobody_can_read_are_a_401() {
        for (var header : new String[] {"", " ", "Bearer", "Bearer ", "Bearer  x", "Bearer a b", "Bearer \"", "Basic", "Basic !!!", "Basic YQ", "Basic YQ==",
            "Basic 4pyT", basic(":"), basic("\0:\0"), basic("x".repeat(5000) + ":y"), "Basic " + base64(new byte[] {(byte) 0xff, ':', (byte) 0xfe}),
            "Digest username=\"x\"", "Negotiate", ",", "=", "Bearer prf_" + "a".repeat(49)})
            assertEquals(401, program.get("/api/profile/", "Authorization", header).status(), header);
    }

    @Test void an_unknown_name_and_an_inactive_account_are_refused_like_a_wrong_password() {
        service.program().register("inactive");
        active("inactive", false);

        // ASVS 6.3.8
        assertEquals(401, program.get("/api/profile/", "Authorization", basic("nobody at all:correct horse")).status());
        assertEquals(401, program.get("/api/profile/", "Authorization", basic("inactive:correct horse")).status());
    }

    @Test void an_expired_token_is_refused() {
        service.program().register("expires");
        program.login("expires", "correct horse");
        var token = "Bearer " + program.send("POST", "/accounts/tokens/", JSON, "{\"name\":\"short\",\"days\":1}").json().get("token").textValue();

        assertEquals(200, service.program().get("/api/profile/", "Authorization", token).status());

        service.clock().forward(Duration.ofDays(1));
        assertEquals(List.of(WRONG, BASIC), refused(service.program().get("/api/profile/", "Authorization", token)));
        program.login("expires", "correct horse");
        assertTrue(program.get("/accounts/tokens/").json().at("/tokens/0/expired").booleanValue());
        assertTrue(program.get("/accounts/tokens/", "Accept", "text/html").says("(expired)"));
    }

    @Test void the_token_of_a_deactivated_user_stops_at_once() {
        var token = token("stopped", false);

        active("stopped", false);

        // ASVS 7.4.2, 8.3.2
        assertEquals(401, program.get("/api/profile/", "Authorization", token).status());
    }

    @Test void all_tokens_of_a_user_can_be_revoked() {
        var token = token("revoked", false);
        var other = token("untouched", false);

        new Tokens(service.db(), service.clock()).revokeAll(new QUser(service.db()).username.eq("revoked").findOne());

        assertEquals(401, program.get("/api/profile/", "Authorization", token).status());
        assertEquals(200, program.get("/api/profile/", "Authorization", other).status());
    }

    @Test void when_a_token_was_last_used_is_written_at_most_every_five_minutes() {
        var token = token("lastused", true);
        assertNull(row("lastused").lastUsed);

        program.get("/api/profile/", "Authorization", token);
        var first = row("lastused").lastUsed;
        service.clock().forward(Duration.ofMinutes(4));
        program.get("/api/profile/", "Authorization", token);
        assertEquals(first, row("lastused").lastUsed);

        service.clock().forward(Duration.ofMinutes(2));
        program.get("/api/profile/", "Authorization", token);
        assertNotEquals(first, row("lastused").lastUsed);
    }

    @Test void a_header_wins_over_a_cookie() {
        var token = token("header", false);
        program.register("cookie");

        assertEquals("header", program.get("/api/profile/", "Authorization", token).json().get("username").textValue());
        assertEquals(401, program.get("/api/profile/", "Authorization", "Bearer wrong").status());
        program.send("POST", "/accounts/logout/", JSON, "{}", "Authorization", token);
        assertEquals(1, program.get("/accounts/sessions/").json().get("sessions").size(), "the session lives on");
    }

    @Test void a_token_may_come_from_any_site_and_a_cookie_or_a_remembered_password_may_not() {
        var token = token("anywhere", false);
        program.login("anywhere", "correct horse");

        // ASVS 3.5.1
        assertEquals(200, change("Authorization", token));
        assertEquals(403, change());
        assertEquals(403, change("Authorization", basic("anywhere:correct horse")));
        assertEquals(401, change("Authorization", "Bearer wrong"), "and the cookie beside it does not count");
    }

    @Test void a_browser_is_led_to_the_login_and_opens_no_window_of_its_own() {
        var page = browser.get("/profile/");
        var script = browser.get("/api/profile/");

        assertEquals("/accounts/login/?next=%2Fprofile%2F", page.location());
        assertNull(page.header("WWW-Authenticate"));
        assertEquals(401, script.status());
        assertEquals(List.of(BEARER), script.headers("WWW-Authenticate"));
    }

    @Test void who_sends_credentials_and_accepts_anything_is_a_program() {
        var answer = program.get("/profile/", "Authorization", "Bearer wrong", "Accept", "*/*");

        refused(answer);
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

            assertEquals(500, answer.status());
            assertTrue(answer.says("Something went wrong"));
        }
    }

    private int change(String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Sec-Fetch-Site";
        all[1] = "cross-site";
        return program.send("PATCH", "/api/profile/", JSON, CHANGE, all).status();
    }

    private static List<String> refused(Answer answer) {
        assertEquals(401, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type").split(";")[0]);
        assertFalse(answer.json().get("detail").textValue().isEmpty());
        return answer.headers("WWW-Authenticate");
    }

    /** Registers, and makes a token. */
    private static String token(String username, boolean readOnly) {
        var owner = service.program().register(username);
        return "Bearer " + owner.send("POST", "/accounts/tokens/", JSON, "{\"name\":\"t\",\"read_only\":" + readOnly + "}").json().get("token").textValue();
    }

    private static String basic(String pair) {
        return "Basic " + base64(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static AccessToken row(String username) {
        return new QAccessToken(service.db()).user.username.eq(username).findOne();
    }

    private static void active(String username, boolean active) {
        service.db().sqlUpdate("update auth_user set is_active = :active where username = :name").setParameter("active", active)
            .setParameter("name", username).execute();
    }
}

package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static profiles.account.Sent.active;
import static profiles.account.Sent.basic;
import static profiles.account.Sent.token;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.account.query.QAccessToken;
import profiles.account.query.QUser;
import profiles.fixture.ServiceTest;

class TokenReachTest extends ServiceTest {
    private static final String JSON = "application/json";
    private static final String CHANGE = "{\"bio\":\"changed\"}";
    private static final String BEARER = "Bearer realm=\"profiles\"";

    @Test void a_token_that_may_only_read_changes_nothing() {
        var token = token(service, "reader", true);

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
        var token = token(service, "steers", false);

        for (var each : new String[] {token, basic("steers:correct horse")})
            for (var answer : List.of(program.get("/accounts/", "Authorization", each),
                program.get("/accounts/sessions/", "Authorization", each),
                program.get("/accounts/tokens/", "Authorization", each),
                program.send("POST", "/accounts/sessions/end_others/", JSON, "{}", "Authorization", each),
                program.send("POST", "/accounts/tokens/", JSON, "{\"name\":\"more\"}", "Authorization", each),
                program.send("DELETE", "/accounts/tokens/1/", BodyPublishers.noBody(), "Authorization", each))) {
                // ASVS 8.2.1
                assertEquals(403, answer.status());
                assertTrue(answer.contains("session"));
            }
    }

    @Test void the_token_of_a_deactivated_user_stops_at_once() {
        var token = token(service, "stopped", false);

        active(service, "stopped", false);

        // ASVS 7.4.2, 8.3.2
        assertEquals(401, program.get("/api/profile/", "Authorization", token).status());
    }

    @Test void a_new_password_revokes_all_tokens_of_the_user_and_no_others() {
        var token = token(service, "revoked", false);
        var other = token(service, "untouched", false);
        program.login("revoked", "correct horse");

        program.post("/accounts/password_change/", "old_password", "correct horse", "new_password1", "battery staple 9", "new_password2",
            "battery staple 9");

        // ASVS 7.4.3
        assertEquals(401, service.program().get("/api/profile/", "Authorization", token).status());
        assertEquals(200, service.program().get("/api/profile/", "Authorization", other).status());
    }

    @Test void when_a_token_was_last_used_is_written_at_most_every_five_minutes() {
        var token = token(service, "lastused", true);
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

    private static AccessToken row(String username) {
        return new QAccessToken(service.db()).user.username.eq(username).findOne();
    }
}

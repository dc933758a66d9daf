package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import profiles.account.query.QSession;
import profiles.account.session.Sessions;
import profiles.account.token.Tokens;
import profiles.fixture.ServiceTest;

/** How much one account may pile up. */
class BoundsTest extends ServiceTest {

    @Test void a_member_with_many_tokens_is_asked_to_revoke_one_first() {
        program.register("collector");
        for (int i = 0; i < Tokens.MAX; i++) assertEquals(201, program.post("/accounts/tokens/", "name", "n" + i).status());
        browser.login("collector", "correct horse");

        var json = program.post("/accounts/tokens/", "name", "one more");
        var page = browser.post("/accounts/tokens/", "name", "one more");

        assertEquals(422, json.status());
        assertTrue(json.contains("You have 50 tokens already."));
        assertEquals(422, page.status());
        assertTrue(page.contains("You have 50 tokens already.") && page.contains("value=\"one more\""));

        var first = program.get("/accounts/tokens/").json().at("/tokens/0/id").longValue();
        program.send("DELETE", "/accounts/tokens/" + first + "/", "application/json", "");
        assertEquals(201, program.post("/accounts/tokens/", "name", "one more").status());
    }

    @Test void the_login_after_many_ends_the_session_that_was_seen_longest_ago() {
        program.register("traveller");
        browser.login("traveller", "correct horse");
        service.clock().forward(Duration.ofMinutes(10));
        assertEquals(200, browser.get("/profile/").status());

        for (int i = 0; i < Sessions.MAX - 1; i++) assertEquals(200, service.program().login("traveller", "correct horse").status());

        assertEquals(401, program.get("/profile/").status());
        assertEquals(200, browser.get("/profile/").status());
        assertEquals(Sessions.MAX, new QSession(service.db()).user.username.eq("traveller").findCount());
    }
}

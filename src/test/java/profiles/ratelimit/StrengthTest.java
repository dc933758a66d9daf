package profiles.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;

/** To judge a password takes longer than to hash it, and anybody may have it done. */
class StrengthTest extends ThrottledTest {
    /** The estimate knows many readings of each character. */
    private static final String DEAR = "4@8({[<369&#!1/|0$5+7%2/4@8({[<369&#!1/|";

    @Test void an_address_has_thirty_passwords_judged_a_minute() {
        for (int i = 0; i < 30; i++) assertEquals(422, register("no blanks", DEAR, DEAR).status());

        var page = browser.post("/accounts/register/", "username", "sock" + number, "password1", PASSWORD, "password2", PASSWORD);
        var json = register("sock" + number, PASSWORD, PASSWORD);

        assertEquals(429, page.status());
        assertTrue(page.contains("value=\"sock" + number + "\"") && page.contains("That was tried too often"));
        assertEquals(429, json.status());
        service.clock().forward(Duration.ofSeconds(retryAfter(json)));
        assertEquals(201, register("sock" + number, PASSWORD, PASSWORD).status());
    }

    @Test void passwords_that_differ_or_are_too_short_are_not_judged() {
        for (int i = 0; i < 31; i++) {
            assertEquals(422, register("sock" + number, DEAR, PASSWORD).status());
            assertEquals(422, register("sock" + number, "4@8", "4@8").status());
        }

        assertEquals(201, register("sock" + number, PASSWORD, PASSWORD).status());
    }

    @Test void a_member_at_the_same_address_still_changes_the_password() {
        service.program().from(elsewhere).register("member" + number);
        var member = service.program().from(elsewhere);
        member.login("member" + number, PASSWORD);
        for (int i = 0; i < 31; i++) register("no blanks", DEAR, DEAR);

        assertEquals(204, member.post("/accounts/password_change/", "old_password", PASSWORD, "new_password1", "battery staple 9",
            "new_password2",
            "battery staple 9").status());
    }

    private Answer register(String username, String first, String second) {
        return program.post("/accounts/register/", "username", username, "password1", first, "password2", second);
    }
}

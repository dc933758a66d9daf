package profiles.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import profiles.fixture.Aside;
import profiles.web.Problem;

class NewAccountsTest extends ThrottledTest {

    // ASVS 2.4.1
    @Test void an_address_makes_twenty_accounts_an_hour() {
        for (int i = 0; i < 20; i++) program.register("sock" + number + "_" + i);

        var page = browser.post("/accounts/register/", "username", "sock" + number, "email", "sock@example.org", "password1", PASSWORD,
            "password2", PASSWORD);
        var json = program.post("/accounts/register/", "username", "sock" + number, "password1", PASSWORD, "password2", PASSWORD);

        assertEquals(429, page.status());
        assertTrue(page.contains("Please wait 60 minutes, then try again."));
        assertTrue(page.contains("value=\"sock@example.org\""));
        assertEquals(429, json.status());
        assertTrue(retryAfter(json) > 3500 && retryAfter(json) <= 3600, json.header("Retry-After"));

        service.clock().forward(Duration.ofSeconds(retryAfter(json)));
        program.register("sock" + number);
    }

    @Test void a_form_with_mistakes_does_not_count_as_an_account_but_a_taken_name_does() {
        for (int i = 0; i < 21; i++)
            assertEquals(422, program.post("/accounts/register/", "username", "no blanks", "password1", "short", "password2", "short")
                .status());
        for (int i = 0; i < 20; i++)
            assertEquals(422, program.post("/accounts/register/", "username", name, "password1", PASSWORD, "password2", PASSWORD).status());

        assertEquals(429, program.post("/accounts/register/", "username", name, "password1", PASSWORD, "password2", PASSWORD).status());
    }

    // ASVS 6.1.1: the owner gets no more mail than he can use, and his account's limit keeps nobody from signing in.
    @Test void an_account_is_sent_five_resets_an_hour_from_wherever_they_are_asked() {
        for (int i = 0; i < 5; i++) assertEquals("sent", reset(name + "@example.org"));

        assertTrue(reset(name.toUpperCase(Locale.ROOT) + "@example.org").contains("Please wait 60 minutes"));
        assertEquals("sent", reset("other" + number + "@example.org"));

        service.clock().forward(Duration.ofHours(1));
        assertEquals("sent", reset(name + "@example.org"));
    }

    private static String reset(String account) {
        return Aside.handle(ctx -> {
            try {
                service.graph().throttle().reset(ctx, account, null);
                ctx.result("sent");
            } catch (Problem refused) {
                ctx.result(refused.getMessage());
            }
        }, "X-Forwarded-For", anotherAddress());
    }
}

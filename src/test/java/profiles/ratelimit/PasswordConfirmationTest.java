package profiles.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Wherever a password is asked for, it is guessed at no more often than at the login (ASVS 6.3.1). */
class PasswordConfirmationTest extends ThrottledTest {

    @Test void a_stolen_session_does_not_win_new_guesses() {
        program.login(name, PASSWORD);
        program.post("/accounts/password_change/", "old_password", "guess 1", "new_password1", "battery staple 9", "new_password2",
            "battery staple 9");
        program.post("/accounts/email/", "email", "thief@example.org", "password", "guess 2");
        program.post("/accounts/delete/", "password", "guess 3");
        program.post("/accounts/delete/", "password", "guess 4");
        assertEquals(422, program.post("/accounts/delete/", "password", "guess 5").status());

        var json = program.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(429, json.status());
        assertTrue(retryAfter(json) > 0);
        assertEquals(200, program.get("/api/profile/").status(), "the account is still there");
    }

    @Test void a_page_that_asks_for_the_password_says_so_too() {
        browser.login(name, PASSWORD);
        for (int i = 0; i < 5; i++) browser.post("/accounts/delete/", "password", "guess " + i);

        for (var form : new String[] {"/accounts/delete/", "/accounts/email/", "/accounts/password_change/"}) {
            var page = browser.post(form, "password", PASSWORD, "old_password", PASSWORD, "email", "new@example.org");
            assertEquals(429, page.status(), form);
            assertTrue(page.contains("That was tried too often"), form);
        }
    }

    @Test void a_password_in_a_header_counts_like_one_in_a_form() {
        for (int i = 0; i < 5; i++) assertEquals(401, program.get("/api/profile/", "Authorization", basic("guess " + i)).status());

        assertEquals(429, program.get("/api/profile/", "Authorization", basic(PASSWORD)).status());
    }

    @Test void resets_of_one_account_are_asked_for_five_times_an_hour() {
        for (int i = 0; i < 5; i++) assertEquals(204, program.post("/accounts/password_reset/", "email", name + "@example.org").status());

        assertEquals(429, program.post("/accounts/password_reset/", "email", name + "@example.org").status());
        var page = browser.post("/accounts/password_reset/", "email", name + "@example.org");
        assertEquals(429, page.status());
        assertTrue(page.contains("That was tried too often"));
    }

    private String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}

package profiles.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;

class GuessingTest extends ThrottledTest {

    // ASVS 6.3.1
    @Test void the_sixth_guess_in_five_minutes_is_not_even_looked_at() {
        fail(browser, name, 5);

        var page = browser.post("/accounts/login/", "username", name, "password", PASSWORD, "next", "/profile/edit/");
        var json = program.login(name, PASSWORD);

        assertEquals(429, page.status());
        assertTrue(page.contains("That was tried too often in a short time. Please wait 5 minutes, then try again."));
        assertTrue(page.contains("value=\"" + name + "\"") && page.contains("value=\"/profile/edit/\""), "the form is there as typed");
        assertFalse(page.contains(PASSWORD), "a password is never echoed");
        assertEquals(429, json.status());
        assertEquals("Too many tries", json.json().get("title").textValue());
        assertTrue(json.json().get("detail").textValue().contains("Please wait"));
        for (var answer : new Answer[] {page, json}) assertTrue(retryAfter(answer) > 280 && retryAfter(answer) <= 300,
            answer.header("Retry-After"));
    }

    @Test void who_waits_as_long_as_told_is_let_in_and_who_does_not_is_not() {
        fail(browser, name, 5);
        var pause = retryAfter(browser.login(name, PASSWORD));

        service.clock().forward(Duration.ofSeconds(pause - 5));
        assertEquals(429, browser.login(name, PASSWORD).status());

        service.clock().forward(Duration.ofSeconds(5));
        assertEquals(303, browser.login(name, PASSWORD).status());
    }

    // ASVS 6.1.1: nobody can lock another out.
    @Test void an_attacker_does_not_lock_the_owner_out() {
        fail(browser, name, 6);

        assertEquals(303, owner.login(name, PASSWORD).status());
        assertEquals(429, browser.login(name, PASSWORD).status());
    }

    @Test void who_signs_in_rightly_may_do_so_as_often_as_he_likes() {
        for (int i = 0; i < 7; i++) assertEquals(200, program.login(name, PASSWORD).status());
    }

    @Test void a_success_does_not_clear_the_count() {
        fail(browser, name, 4);
        assertEquals(303, service.browser().login(name, PASSWORD).status());

        fail(browser, name, 1);

        assertEquals(429, browser.login(name, PASSWORD).status());
    }

    // ASVS 6.3.8: nothing tells which names are known.
    @Test void an_unknown_name_is_guarded_like_a_known_one() {
        fail(browser, "nobody" + number, 5);

        assertEquals(429, browser.login("nobody" + number, PASSWORD).status());
    }

    @Test void another_spelling_of_a_name_wins_no_new_guesses() {
        for (var known : new String[] {name, "nobody" + number})
            for (var spelling : new String[] {known, known.toUpperCase(Locale.ROOT), " " + known, known.replace("o", "\u00F6"),
                known.replace("o", "o\u200B")})
                fail(browser, spelling, 1);

        assertEquals(429, browser.login(name, PASSWORD).status());
        assertEquals(429, browser.login("nobody" + number, PASSWORD).status());
    }

    @Test void a_spelling_that_counts_apart_finds_nobody() {
        service.program().from(home).register("spy" + number);

        // MariaDB takes one for the other, which no rule of ours foresees.
        assertEquals(422, owner.login("\u00DFpy" + number, PASSWORD).status());
        assertEquals(303, owner.login("spy" + number, PASSWORD).status());
    }

    @Test void guesses_at_a_name_do_not_show_through_the_address_of_the_account() {
        var address = name + "@example.org";
        service.db()
            .sqlUpdate(
            "insert into user_email (user_id, address, verified) select id, email, date_joined from auth_user where username = ?")
            .setParameters(name).execute();
        assertEquals(303, owner.login(address, PASSWORD).status());

        fail(browser, name, 5);

        assertEquals(429, browser.login(name, PASSWORD).status());
        assertEquals(422, browser.login(address, "wrong").status());
        assertEquals(422, browser.login("another" + number + "@example.org", "wrong").status());
        var basic = Base64.getEncoder().encodeToString((address + ":wrong").getBytes(StandardCharsets.UTF_8));
        assertEquals(401, program.get("/api/profile/", "Authorization", "Basic " + basic).status());
    }
}

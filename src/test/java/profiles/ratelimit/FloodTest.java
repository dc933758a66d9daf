package profiles.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import profiles.fixture.Log;

/** Many tries at once, at many accounts, from many addresses. */
class FloodTest extends ThrottledTest {

    // Credential stuffing: one password each for many names.
    @Test void an_address_has_thirty_wrong_guesses_a_minute_at_all_accounts_together() {
        for (int i = 0; i < 30; i++) fail(program, "someone" + i, 1);

        for (var client : List.of(browser, program)) {
            var answer = client.login("another" + number, "wrong");
            assertEquals(429, answer.status());
            assertTrue(retryAfter(answer) <= 60, answer.header("Retry-After"));
        }
        assertEquals(429, program.login(name, "wrong").status(), "also for a name that there is");
    }

    @Test void a_right_password_is_let_in_from_an_address_where_others_guess() {
        for (int i = 0; i < 40; i++) program.login("someone" + i, "wrong");

        assertEquals(200, program.login(name, PASSWORD).status());
        assertEquals(303, browser.login(name, PASSWORD).status());
    }

    @Test void beyond_ninety_a_minute_nothing_is_looked_at_but_from_known_devices() {
        browser.login(name, PASSWORD);
        browser.post("/accounts/logout/");
        for (int i = 0; i < 95; i++) program.login("someone" + i, "wrong");

        assertEquals(429, program.login(name, PASSWORD).status());
        assertEquals(303, browser.login(name, PASSWORD).status());
    }

    @Test void addresses_of_version_6_count_by_their_network() {
        for (int i = 0; i < 5; i++) fail(service.program().from("2001:db8:" + number + "::" + i), name, 1);

        assertEquals(429, service.program().from("2001:db8:" + number + "::ffff").login(name, PASSWORD).status());
        assertEquals(200, service.program().from("2001:db8:" + number + ":1::1").login(name, PASSWORD).status());
    }

    @Test void guesses_sent_all_at_once_are_not_more_than_five() throws Exception {
        var threads = Executors.newFixedThreadPool(20);
        try {
            var answers = new ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < 20; i++) answers.add(CompletableFuture.supplyAsync(() -> program.login(name, "wrong").status(), threads));

            assertEquals(5, answers.stream().map(CompletableFuture::join).filter(status -> status == 422).count());
        } finally {
            threads.shutdown();
        }
    }

    @Test void refusals_at_one_account_take_no_places_from_another() {
        service.program().from(home).register("other" + number);
        fail(browser, name, 40);

        assertEquals(303, browser.login("other" + number, PASSWORD).status());
    }

    @Test void a_refusal_costs_no_hash() {
        fail(browser, name, 5);
        browser.login(name, PASSWORD);

        var begun = System.nanoTime();
        for (int i = 0; i < 100; i++) browser.login(name, PASSWORD);

        assertTrue(System.nanoTime() - begun < 100 * hash() / 2, "a hundred refusals take less time than fifty hashes");
    }

    // ASVS 16.3.3
    @Test void the_trail_tells_once_that_an_address_tries_too_often() {
        try (var log = new Log("profiles.audit")) {
            fail(browser, name, 5);
            for (int i = 0; i < 3; i++) browser.login(name, PASSWORD);

            assertEquals(1, log.lines().stream().filter(line -> line.equals("INFO TRIED_TOO_OFTEN user=\"" + name + "\" from=" + elsewhere))
                .count());
        }
    }

    private static long hash() {
        var begun = System.nanoTime();
        for (int i = 0; i < 5; i++) service.program().from(anotherAddress()).login("nobody", "wrong");
        return (System.nanoTime() - begun) / 5;
    }
}

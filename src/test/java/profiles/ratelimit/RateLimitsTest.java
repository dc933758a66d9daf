package profiles.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import profiles.fixture.TestClock;

class RateLimitsTest {
    private final TestClock clock = new TestClock();

    @Test void a_try_comes_back_when_its_time_is_over_and_not_before() {
        var tries = new AttemptWindow(2, Duration.ofMinutes(5));
        tries.begin(clock.instant());
        tries.count(clock.instant());
        clock.forward(Duration.ofMinutes(4));
        tries.begin(clock.instant());
        tries.count(clock.instant());

        assertEquals(60, tries.begin(clock.instant()).pause().toSeconds(), 1);

        clock.forward(Duration.ofSeconds(58));
        assertNotNull(tries.begin(clock.instant()));
        clock.forward(Duration.ofSeconds(3));
        assertNull(tries.begin(clock.instant()), "the first has left, the second counts on");
        assertEquals(1, tries.begin(clock.instant()).pause().toSeconds());
    }

    @Test void many_tries_at_once_are_no_way_round() {
        var tries = new AttemptWindow(3, Duration.ofMinutes(5));
        for (int i = 0; i < 3; i++) assertNull(tries.begin(clock.instant()));

        assertEquals(Duration.ofSeconds(1), tries.begin(clock.instant()).pause(), "those under way end soon");

        tries.forget();
        assertNull(tries.begin(clock.instant()), "one that went well left its place");
    }

    @Test void only_the_first_refusal_of_a_flood_is_told() {
        var tries = new AttemptWindow(1, Duration.ofMinutes(1));
        tries.begin(clock.instant());
        tries.count(clock.instant());

        assertTrue(tries.begin(clock.instant()).first());
        assertFalse(tries.begin(clock.instant()).first());

        clock.forward(Duration.ofMinutes(2));
        tries.begin(clock.instant());
        tries.count(clock.instant());
        assertTrue(tries.begin(clock.instant()).first(), "a new flood is told again");
    }

    // ASVS 2.4.1: the guard itself must not be a way to use up the memory.
    @Test void visitors_from_everywhere_at_once_use_no_more_memory_than_was_set_aside() {
        var limit = new SlidingWindowLimit(5, Duration.ofMinutes(5), clock);

        for (int i = 0; i < 5 * SlidingWindowLimit.KEYS; i++) {
            limit.begin("visitor" + i);
            limit.end("visitor" + i, true);
        }

        assertEquals(SlidingWindowLimit.KEYS, limit.size());
    }

    @Test void what_leaves_no_trace_pushes_out_no_count() {
        var limit = new SlidingWindowLimit(1, Duration.ofMinutes(5), clock);
        limit.begin("attacker");
        limit.end("attacker", true);

        for (int i = 0; i < 2 * SlidingWindowLimit.KEYS; i++) {
            limit.begin("right" + i);
            limit.end("right" + i, false);
        }

        assertNotNull(limit.begin("attacker"));
        assertEquals(1, limit.size());
    }

    @Test void who_is_tried_again_and_again_is_not_pushed_out_by_many_others() {
        var limit = new SlidingWindowLimit(1, Duration.ofMinutes(5), clock);
        limit.begin("attacker");
        limit.end("attacker", true);

        for (int i = 0; i < 2 * SlidingWindowLimit.KEYS; i++) {
            limit.begin("other" + i);
            limit.end("other" + i, true);
            assertNotNull(limit.begin("attacker"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ada,   ADA", "ada, ad\u00E1", "ada, ' ada '", "ada, a\u200Bda", "ada, \uFF41\uFF44\uFF41", "ada, a\u0301da",
        "stra\u00DFe, STRASSE", "\u03C3\u03BF\u03C6\u03CC\u03C2, \u03A3\u039F\u03A6\u039F\u03A3",
        "\u0436\u0430\u043D\u043D\u0430, \u0416\u0410\u041D\u041D\u0410"})
    void spellings_that_a_database_may_find_alike_count_together(String one, String other) {
        assertEquals(AccountKey.of(one), AccountKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"ada, adam", "a.b, ab", "a-b, a_b", "ada@example.org, ada@example.com"})
    void other_names_are_other_accounts(String one, String other) {
        assertFalse(AccountKey.of(one).equals(AccountKey.of(other)));
    }

    @Test void a_name_of_a_megabyte_is_not_kept() {
        assertEquals(150, AccountKey.of("a".repeat(1_000_000)).length());
    }

    @ParameterizedTest
    @CsvSource({"PT0.001S, 1, a second", "PT1S, 1, a second", "PT59.2S, 60, 60 seconds", "PT90.5S, 91, 2 minutes", "PT5M, 300, 5 minutes",
        "PT1H, 3600, 60 minutes"})
    void a_pause_is_rounded_up_and_told_in_words(Duration pause, long seconds, String words) {
        assertEquals(seconds, RetryAfter.of(pause).seconds());
        assertEquals(words, RetryAfter.of(pause).text());
    }
}

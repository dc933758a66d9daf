package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import profiles.fixture.Form;
import profiles.fixture.SqliteServiceTest;
import profiles.web.request.BodyReceiver;

/** What anyone may send is little, so that all who do so at once fit into the heap. */
class GuestLimitTest extends SqliteServiceTest {
    private static final String LARGE = "x".repeat(BodyReceiver.OF_GUESTS);

    @Test void a_guest_sends_no_more_than_a_form_of_a_guest_needs() {
        var json = program.post("/accounts/login/", "username", LARGE, "password", "x");
        var page = browser.post("/accounts/login/", "username", LARGE, "password", "x");
        var parts = browser.post("/accounts/login/", new Form().text("username", LARGE).text("password", "x"));

        assertEquals(413, json.status());
        assertEquals("Too large", json.json().get("title").textValue());
        assertEquals(413, page.status());
        assertTrue(page.contains("<h1>Too large</h1>"));
        assertEquals(413, parts.status());
    }

    @Test void two_passwords_of_the_longest_fit() {
        var longest = "correct horse ".repeat(292); // 4,088 bytes

        var answer = browser.post("/accounts/register/", "username", "verbose", "password1", longest, "password2", longest);

        assertEquals(303, answer.status());
    }

    @Test void a_member_sends_more() {
        browser.register("writer");

        assertEquals(303, browser.post("/profile/edit/", "bio", "ж".repeat(20_000)).status());
    }

    @Test void a_text_in_a_part_is_no_larger_than_one_in_a_form() {
        browser.register("padder");

        assertEquals(413, browser.post("/profile/edit/", new Form().text("bio", "x".repeat(BodyReceiver.TEXTS + 1))).status());
    }
}

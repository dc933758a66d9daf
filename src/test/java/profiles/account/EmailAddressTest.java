package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.account.email.query.QVerifiedEmail;
import profiles.account.link.query.QLinkToken;
import profiles.account.query.QUser;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.MailServer;
import profiles.fixture.MailTest;

/** An address counts once a link that was mailed to it has come back. */
class EmailAddressTest extends MailTest {
    private static final String PATH = "/accounts/email/", CONFIRM = "Is this your e-mail address?",
        CHANGED = "Your e-mail address was changed";

    @Test void a_newcomer_confirms_the_address_by_a_link_in_a_mail() {
        browser.register("ann");
        var link = mail.link("ann@example.org", CONFIRM);

        assertTrue(browser.get(PATH).contains("is not confirmed yet"));
        assertTrue(browser.get(link).contains("Is <strong>ann@example.org</strong> yours?"));
        assertTrue(browser.get(PATH).contains("is not confirmed yet"), "to look at it changes nothing: mail programs do so");

        assertEquals(303, browser.post(link).status());
        assertTrue(browser.get(PATH).contains("is confirmed"));
        assertEquals(410, browser.post(link).status(), "once");
    }

    @Test void a_program_confirms_an_address_too() {
        program.register("bot");
        var link = mail.link("bot@example.org", CONFIRM);

        assertEquals("bot@example.org", program.get(link).json().get("email").textValue());
        assertFalse(program.get(PATH).json().get("verified").booleanValue());
        assertEquals(204, service.program().post(link).status());
        assertTrue(program.get(PATH).json().get("verified").booleanValue());
    }

    @Test void who_gives_no_address_gets_no_mail() {
        var silent = newcomer("silent", "");

        assertTrue(silent.get(PATH).contains("You have not given us one yet."));
        assertFalse(new QLinkToken(service.db()).user.username.eq("silent").exists());
    }

    @Test void a_new_address_counts_only_once_it_is_confirmed() {
        browser.register("old");

        var request = change(browser, "new@example.org");
        var before = email("old");
        var link = mail.link("new@example.org", CONFIRM);
        var confirmed = service.browser().post(link);

        assertEquals("old@example.org", before);
        assertEquals(List.of(303, 303), List.of(request.status(), confirmed.status()));
        assertEquals("new@example.org", email("old"));
        assertTrue(browser.get(PATH).contains("<strong>new@example.org</strong> is confirmed"));
    }

    /** ASVS 6.3.7. */
    @Test void the_old_address_hears_of_the_change() {
        browser.register("left");
        change(browser, "right@example.org");

        browser.post(mail.link("right@example.org", CONFIRM));

        var notice = MailServer.text(mail.await("left@example.org", CHANGED));
        assertTrue(notice.startsWith("Hello left,\n"));
        assertFalse(notice.contains("right@example.org"));
        assertTrue(mail.to("right@example.org").stream().noneMatch(each -> MailServer.subject(each).equals(CHANGED)));
    }

    @Test void a_program_changes_the_address() {
        program.register("robot");

        var request = program.post(PATH, "email", "android@example.org", "password", "correct horse");

        assertEquals(200, request.status());
        assertEquals("robot@example.org", request.json().get("email").textValue());
        assertEquals(204, program.post(mail.link("android@example.org", CONFIRM)).status());
        assertEquals("android@example.org", program.get("/api/profile/").json().get("email").textValue());
    }

    /** ASVS 7.5.1. */
    @Test void the_password_is_needed_and_nothing_typed_is_lost() {
        browser.register("bad");

        var page = browser.post(PATH, "email", "elsewhere@example.org", "password", "guessed");
        var both = browser.post(PATH, "email", "nowhere", "password", "guessed");

        assertTrue(page.contains("This is not your password. Type it again.") && page.contains("value=\"elsewhere@example.org\""));
        assertTrue(both.contains("This is not your password. Type it again.")
            && both.contains("Enter an e-mail address, such as name@example.org."));
        assertTrue(mail.to("elsewhere@example.org").isEmpty());
    }

    @Test void only_the_newest_link_works() {
        browser.register("twice");
        var first = mail.link("twice@example.org", CONFIRM);

        change(browser, "second@example.org");

        assertEquals(410, browser.post(first).status());
        assertEquals(303, browser.post(mail.link("second@example.org", CONFIRM)).status());
    }

    /** A thief who was in while the password was his cannot take the account along. */
    @Test void a_new_password_ends_what_was_asked_under_the_old_one() {
        browser.register("saved");
        change(browser, "thief@example.org");
        var link = mail.link("thief@example.org", CONFIRM);

        browser.post("/accounts/password_change/", "old_password", "correct horse", "new_password1", "battery staple",
            "new_password2", "battery staple");

        assertEquals(410, browser.post(link).status());
        assertEquals("saved@example.org", email("saved"));
    }

    @Test void a_link_lives_a_day() {
        browser.register("slow");
        var link = mail.link("slow@example.org", CONFIRM);

        service.clock().forward(Duration.ofHours(25));

        assertEquals(410, browser.post(link).status());
        assertFalse(new QVerifiedEmail(service.db()).user.username.eq("slow").exists());
    }

    /** Strangers may choose what the name says, and whose address they type. */
    @Test void the_mail_to_an_unconfirmed_address_repeats_nothing_that_a_stranger_wrote() {
        newcomer("win.at.evil.example", "victim@example.org");

        assertFalse(MailServer.text(mail.await("victim@example.org", CONFIRM)).contains("evil"));
    }

    private static Answer change(Client client, String address) {
        return client.post(PATH, "email", address, "password", "correct horse");
    }

    private static String email(String username) {
        return new QUser(service.db()).username.eq(username).findOne().email();
    }
}

package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import profiles.account.link.query.QLinkToken;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.MailServer;
import profiles.fixture.MailTest;
import profiles.fixture.Wait;

/** ASVS 6.4.3: a forgotten password is replaced by a link in a mail, and by nothing less. */
class PasswordResetTest extends MailTest {
    private static final String RESET = "Choose a new password", NEW = "battery staple";

    @Test void who_forgot_the_password_chooses_a_new_one_by_a_link_in_a_mail() {
        service.browser().register("ann");

        var request = browser.post("/accounts/password_reset/", "email", "ann@example.org");
        var link = link("ann");
        var page = browser.get(link);
        var set = reset(browser, link);

        assertEquals(303, request.status());
        assertTrue(page.contains("This is for <strong><bdi>ann</bdi></strong>"));
        assertEquals("/accounts/login/", set.location());
        assertTrue(browser.get("/accounts/login/").contains("Log in with the new one"));
        assertEquals(303, browser.login("ann", NEW).status());
        assertEquals(422, service.browser().login("ann", "correct horse").status());
    }

    @Test void a_program_resets_a_password_likewise() {
        service.browser().register("bot");

        var request = program.post("/accounts/password_reset/", "email", "bot@example.org");
        var link = link("bot");

        assertEquals(204, request.status());
        assertEquals("bot", program.get(link).json().get("username").textValue());
        assertEquals(422, program.post(link, "new_password1", "short", "new_password2", "other").status());
        assertEquals(204, reset(program, link).status());
        assertEquals(200, program.login("bot", NEW).status());
    }

    /** ASVS 7.4.3: whoever else was in is out. */
    @Test void all_sessions_end_with_the_old_password() {
        browser.register("thief");
        ask("thief");

        reset(service.browser(), link("thief"));

        assertEquals(303, browser.get("/profile/").status());
    }

    /** ASVS 6.3.7. */
    @Test void a_mail_tells_that_the_password_was_changed() {
        service.browser().register("told");
        ask("told");

        reset(browser, link("told"));

        var notice = MailServer.text(mail.await("told@example.org", "Your password was changed"));
        assertTrue(notice.startsWith("Hello told,\n"));
        assertTrue(notice.contains("/accounts/password_reset/"));
    }

    /** ASVS 14.2.1: the token stays between the mail and us. */
    @Test void the_page_of_the_link_tells_nobody_its_address() {
        service.browser().register("secret");
        ask("secret");
        var link = link("secret");

        assertEquals("no-referrer", browser.get(link).header("Referrer-Policy"));
        assertEquals("no-referrer", browser.get(link.replace("/reset/", "/reset/9")).header("Referrer-Policy"));
        assertEquals("no-store", browser.get(link).header("Cache-Control"));
        // With no-referrer browsers send "Origin: null".
        assertEquals(303, browser.send("POST", link, "application/x-www-form-urlencoded", "new_password1=a+b+c+d+e&new_password2=a+b+c+d+e",
            "Origin", "null").status());
    }

    /** ASVS 6.6.2 and 7.2.3: 256 random bits, of which the database keeps only the hash. */
    @Test void the_database_does_not_know_the_link() {
        service.browser().register("hash");
        ask("hash");
        var token = link("hash").split("/")[4];

        assertTrue(token.matches("[A-Za-z0-9_-]{43}"), token);
        var row = new QLinkToken(service.db()).user.username.eq("hash").purpose.eq("RESET").findOne();
        assertEquals(SecretToken.hash(token), row.tokenHash);
        Wait.until("the sent mail is gone", () -> service.graph().outbox().isEmpty());
    }

    @Test void what_is_no_address_is_refused() {
        assertTrue(browser.post("/accounts/password_reset/", "email", "").contains("Type an e-mail address."));
        assertEquals(422, browser.post("/accounts/password_reset/", "email", "nowhere").status());
        assertEquals(422, program.post("/accounts/password_reset/", "email", "a@example.org\r\nBcc: b@example.org").status());
    }

    private void ask(String name) {
        assertEquals(303, browser.post("/accounts/password_reset/", "email", name + "@example.org").status());
    }

    private static String link(String name) {
        return mail.link(name + "@example.org", RESET);
    }

    private static Answer reset(Client client, String link) {
        return client.post(link, "new_password1", NEW, "new_password2", NEW);
    }
}

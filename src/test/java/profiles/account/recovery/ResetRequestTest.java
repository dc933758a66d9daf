package profiles.account.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import profiles.account.link.query.QLinkToken;
import profiles.account.recovery.query.QResetRequest;
import profiles.fixture.Answer;
import profiles.fixture.MailServer;
import profiles.fixture.MailTest;
import profiles.fixture.Wait;

/** Who gets a link for a new password, and that nobody else learns of it. */
class ResetRequestTest extends MailTest {
    private static final String RESET = "Choose a new password";

    /** ASVS 6.3.8: nobody learns here who has an account. */
    @Test void the_answer_is_the_same_whoever_has_the_address() {
        service.browser().register("known");

        var known = browser.post("/accounts/password_reset/", "email", "known@example.org");
        var unknown = service.browser().post("/accounts/password_reset/", "email", "unknown@example.org");

        assertEquals(shown(known), shown(unknown));
        assertEquals(204, program.post("/accounts/password_reset/", "email", "unknown@example.org").status());
        Wait.until("all requests are answered", () -> !new QResetRequest(service.db()).exists());
        link("known");
        assertTrue(mail.to("unknown@example.org").isEmpty());
    }

    @Test void an_address_is_found_whatever_its_capital_letters() {
        newcomer("caps", "Caps@Example.org");

        browser.post("/accounts/password_reset/", "email", "cAPS@eXAMPLE.ORG");

        assertNotNull(mail.link("Caps@example.org", RESET), "its domain has no capital letters, and the name before it stays");
    }

    /** MariaDB takes the two for equal. */
    @Test void an_address_that_only_looks_alike_gets_nobodys_link() {
        service.browser().register("ada");

        browser.post("/accounts/password_reset/", "email", "adá@example.org");
        ask("nobody");

        Wait.until("all requests are answered", () -> !new QResetRequest(service.db()).exists());
        assertFalse(new QLinkToken(service.db()).user.username.eq("ada").purpose.eq("RESET").exists());
    }

    @Test void each_account_with_the_address_gets_a_mail_of_its_own() {
        newcomer("twin1", "twins@example.org");
        newcomer("twin2", "twins@example.org");

        ask("twins");

        // Two asked each of them to confirm the address.
        var texts = String.join("", mail.await("twins@example.org", 4).stream().map(MailServer::text).toList());
        assertTrue(texts.contains("Hello twin1,") && texts.contains("Hello twin2,"));
    }

    @Test void who_may_not_log_in_by_password_gets_no_link() {
        service.browser().register("gone");
        service.browser().register("single");
        service.db().sqlUpdate("update auth_user set is_active = false where username = 'gone'").execute();
        service.db().sqlUpdate("update auth_user set password = '!nothing' where username = 'single'").execute();

        ask("gone");
        ask("single");

        Wait.until("all requests are answered", () -> !new QResetRequest(service.db()).exists());
        assertFalse(new QLinkToken(service.db()).user.username.isIn("gone", "single").purpose.eq("RESET").exists());
    }

    /** CWE-640: a forged Host would bring the token to its forger. */
    @Test void the_link_leads_to_where_the_settings_say() {
        service.browser().register("host");

        browser.send("POST", "/accounts/password_reset/", "application/x-www-form-urlencoded", "email=host%40example.org",
            "X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example", "Origin", "http://127.0.0.1:" + service.port());

        var text = MailServer.text(mail.await("host@example.org", RESET));
        assertTrue(text.contains("\nhttp://127.0.0.1:0/accounts/reset/"), "HOST and PORT, where there is no BASE_URL");
        assertFalse(text.contains("evil"));
    }

    private void ask(String name) {
        assertEquals(303, browser.post("/accounts/password_reset/", "email", name + "@example.org").status());
    }

    private static String link(String name) {
        return mail.link(name + "@example.org", RESET);
    }

    private static String shown(Answer answer) {
        return answer.status() + " " + answer.location() + " " + answer.headers("Set-Cookie") + " " + answer.body();
    }
}

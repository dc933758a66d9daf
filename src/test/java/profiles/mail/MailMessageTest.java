package profiles.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Client;
import profiles.fixture.Log;
import profiles.fixture.MailServer;
import profiles.fixture.MailTest;
import profiles.fixture.Service;
import profiles.fixture.Wait;

/** What stands in a mail, and what nobody can make stand there. */
class MailMessageTest extends MailTest {

    @Test void a_mail_is_plain_text_in_any_script() throws Exception {
        post("zoe@example.org", "Grüße 🎉 an Жанна", "Ünïcode – 漢字 🎉\n.\nFrom here on\n");

        var got = mail.await("zoe@example.org", "Grüße 🎉 an Жанна");
        assertEquals("Ünïcode – 漢字 🎉\n.\nFrom here on\n", MailServer.text(got).replaceAll("\\n*$", "\n"));
        assertTrue(got.getContentType().equalsIgnoreCase("text/plain; charset=UTF-8"), got.getContentType());
        assertEquals("Profiles <noreply@localhost>", got.getFrom()[0].toString());
        assertEquals("auto-generated", got.getHeader("Auto-Submitted")[0]);
        assertTrue(got.getMessageID().endsWith("@localhost>"), got.getMessageID());
    }

    @Test void a_domain_in_another_script_is_reached_by_its_ascii_name() {
        post("ann@bücher.example", "IDN", "Hello");

        mail.await("ann@xn--bcher-kva.example", "IDN");
    }

    /** IDNA 2003, which Java knows alone, takes these letters for others, and the domain for a stranger's. */
    @ParameterizedTest
    @CsvSource({"info@faß.de, info@xn--fa-hia.de", "info@STRAẞE.example, info@xn--strae-oqa.example",
        "a@βόλος.example, a@xn--nxasmm1c.example",
        "b@نامه\u200Cای.example, b@xn--mgba3gch31f060k.example"})
    void a_newcomers_mail_goes_to_the_domain_that_was_typed(String typed, String sent) {
        newcomer("idn" + Math.abs(typed.hashCode()), typed);

        mail.await(sent, "Is this your e-mail address?");
        assertTrue(Arrays.stream(mail.all()).noneMatch(each -> MailServer.text(each).isEmpty()));
        assertTrue(mail.to("info@fass.de").isEmpty() && mail.to("info@strasse.example").isEmpty());
    }

    @Test void the_sender_is_of_the_domain_that_is_set() throws Exception {
        try (var other = Service.on(engine, Map.of("MAIL_URL", mail.url(), "MAIL_FROM", "Profile <noreply@faß.de>"))) {
            other.browser().register("sent-by");
            assertEquals("Profile <noreply@xn--fa-hia.de>", mail.await("sent-by@example.org", "Is this your e-mail address?")
                .getFrom()[0].toString());
        }
    }

    /** ASVS 1.3.11, CWE-93. */
    @ParameterizedTest
    @ValueSource(strings = {"a@example.org\r\nBcc: eve@example.org", "a@example.org\nBcc: eve@example.org", "a@example.org\rX: y",
        "a\u0000@example.org",
        "a@example.org\u2028X: y"})
    void a_head_of_several_lines_is_no_head(String line) {
        var until = service.clock().instant();

        assertThrows(IllegalArgumentException.class, () -> new MailMessage(line, "Hello", "", until));
        assertThrows(IllegalArgumentException.class, () -> new MailMessage("a@example.org", line, "", until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in@example.org\r\nBcc: eve@example.org", "in@example.org\nSubject: Win", "in@example.org, eve@example.org",
        "in@example.org;eve@example.org", "<in@example.org>", "\"in\r\n\"@example.org", "in@example.org%0ABcc:eve@example.org"})
    void an_address_with_more_in_it_than_an_address_is_refused(String address) {
        for (var client : new Client[] {browser, program}) {
            assertEquals(422, client.post("/accounts/register/", "username", "inject", "email", address, "password1", "correct horse",
                "password2", "correct horse").status());
            assertEquals(422, client.post("/accounts/password_reset/", "email", address).status());
        }
        assertTrue(mail.to("eve@example.org").isEmpty());
    }

    @Test void a_stored_address_with_more_in_it_gets_no_mail() {
        service.browser().register("stored");
        mail.await("stored@example.org", 1);
        service.db().sqlUpdate("update auth_user set email = :email where username = 'stored'")
            .setParameter("email", "stored@example.org\nBcc: eve@example.org").execute();

        browser.login("stored", "correct horse");
        browser.post("/accounts/password_change/", "old_password", "correct horse", "new_password1", "battery staple", "new_password2",
            "battery staple");
        browser.post("/accounts/password_reset/", "email", "stored@example.org");

        Wait.until("all is done", () -> service.db()
            .sqlQuery("select (select count(*) from reset_request) + (select count(*) from mail_outbox)")
            .mapToScalar(Integer.class).findOne() == 0);
        assertEquals(1, mail.to("stored@example.org").size());
        assertTrue(mail.to("eve@example.org").isEmpty());
    }

    @Test void without_a_mail_server_the_mail_stands_in_the_log() {
        try (var log = new Log(LogTransport.class.getName()); var first = Service.on(engine)) {
            first.browser().register("ann");

            Wait.until("the mail is in the log", () -> log.contains("To: ann@example.org\nSubject: Is this your e-mail address?\n"));
            assertTrue(log.contains("http://127.0.0.1:0/accounts/email/confirm/"));
        }
    }

    @Test void links_and_sender_follow_the_address_at_which_visitors_see_the_service() throws Exception {
        try (var other = Service.on(engine, Map.of("MAIL_URL", mail.url(), "BASE_URL", "https://profiles.example.net"))) {
            other.browser().register("based");

            var got = mail.await("based@example.org", "Is this your e-mail address?");
            assertTrue(MailServer.text(got).contains("\nhttps://profiles.example.net/accounts/email/confirm/"));
            assertEquals("Profiles <noreply@profiles.example.net>", got.getFrom()[0].toString());
            assertNull(got.getHeader("Bcc"));
        }
    }

    @Test void a_letter_does_not_tell_its_link_to_a_log() {
        assertFalse(new MailMessage("a@example.org", "Hello", "secret", service.clock().instant()).toString().contains("secret"));
    }

    private void post(String to, String subject, String text) {
        service.graph().outbox().post(new MailMessage(to, subject, text, service.clock().instant().plusSeconds(600)));
    }
}

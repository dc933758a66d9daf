package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import profiles.cli.Run;
import profiles.fixture.MailServer;
import profiles.fixture.MailTest;

/** Who may log in by an e-mail address in the place of the user name. */
class EmailLoginTest extends MailTest {
    private static final String CONFIRM = "Is this your e-mail address?";

    @Test void a_confirmed_address_logs_in() {
        browser.register("login");
        browser.post(mail.link("login@example.org", CONFIRM));

        assertEquals(303, service.browser().login(" Login@Example.ORG ", "correct horse").status());
        assertEquals(200, program.login("login@example.org", "correct horse").status());
        assertEquals("login", program.get("/accounts/").json().get("username").textValue());
        assertEquals(422, service.browser().login("login@example.org", "wrong horse").status());
    }

    /** ASVS 6.3.8: that the address is known does not show. */
    @Test void an_unconfirmed_address_does_not_log_in() {
        browser.register("hasty");

        var unconfirmed = service.browser().login("hasty@example.org", "correct horse");
        var unknown = service.browser().login("nobody@example.org", "correct horse");

        assertEquals(422, unconfirmed.status());
        assertEquals(unknown.body().replace("nobody", "hasty"), unconfirmed.body());
    }

    @Test void an_address_that_two_have_confirmed_logs_in_neither() {
        newcomer("twin1", "twins@example.org");
        newcomer("twin2", "twins@example.org");
        mail.await("twins@example.org", 2).forEach(each -> browser.post(MailServer.path(each)));

        assertEquals(422, browser.login("twins@example.org", "correct horse").status());
        service.db().sqlUpdate("update auth_user set is_active = false where username = 'twin2'").execute();
        assertEquals(303, browser.login("twins@example.org", "correct horse").status(), "the other one is not active any more");
    }

    @Test void an_address_changed_by_another_program_counts_no_more() {
        browser.register("admin");
        browser.post(mail.link("admin@example.org", CONFIRM));

        service.db().sqlUpdate("update auth_user set email = 'root@example.org' where username = 'admin'").execute();

        assertTrue(browser.get("/accounts/email/").contains("<strong>root@example.org</strong> is not confirmed yet"));
        assertEquals(422, service.browser().login("admin@example.org", "correct horse").status());
        assertEquals(422, service.browser().login("root@example.org", "correct horse").status());
    }

    /** CVE-2021-3754. */
    @Test void a_confirmed_address_goes_before_a_user_name_of_its_spelling() {
        newcomer("post@example.org", "other@example.org");
        browser.register("post");
        browser.post(mail.link("post@example.org", CONFIRM));

        assertEquals(200, program.login("post@example.org", "correct horse").status());
        assertEquals("post", program.get("/accounts/").json().get("username").textValue());
    }

    @Test void a_confirmed_address_is_nobody_elses_user_name() {
        browser.register("owner");
        browser.post(mail.link("owner@example.org", CONFIRM));

        for (var name : new String[] {"owner@example.org", "OWNER@example.org", "owner@EXAMPLE.org", "\uFF4Fwner\uFF20example.org",
            " owner@example.org\u3000"}) {
            var page = service.browser().post("/accounts/register/", "username", name, "password1", "correct horse", "password2",
                "correct horse");
            var json = service.program().post("/accounts/register/", "username", name, "password1", "correct horse", "password2",
                "correct horse");
            var command = Run.of(service.settings(), "correct horse\n", "createsuperuser", "--username", name, "--email", "");

            assertEquals(422, page.status(), name);
            assertTrue(page.contains("This user name is taken. Choose another one."), name);
            assertEquals("This user name is taken. Choose another one.", json.json().get("errors").get("username").get(0).textValue());
            assertEquals("username: This user name is taken. Choose another one.\n", command.err());
        }
        assertEquals(303, service.browser().login("owner@example.org", "correct horse").status());
    }

    @Test void a_reset_by_mail_confirms_the_address_as_well() {
        browser.register("proof");
        browser.post("/accounts/password_reset/", "email", "proof@example.org");

        var link = mail.link("proof@example.org", "Choose a new password");
        browser.post(link, "new_password1", "battery staple", "new_password2", "battery staple");

        assertEquals(303, browser.login("proof@example.org", "battery staple").status());
    }
}

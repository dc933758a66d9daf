package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import profiles.account.query.QMailedLink;
import profiles.account.query.QResetRequest;
import profiles.account.query.QUser;
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

        var asked = browser.post("/accounts/password_reset/", "email", "ann@example.org");
        var link = link("ann");
        var page = browser.get(link);
        var set = reset(browser, link);

        assertEquals(303, asked.status());
        assertTrue(page.says("It is for <strong>ann</strong>"));
        assertEquals("/accounts/login/", set.location());
        assertTrue(browser.get("/accounts/login/").says("Log in with the new one"));
        assertEquals(303, browser.login("ann", NEW).status());
        assertEquals(422, service.browser().login("ann", "correct horse").status());
    }

    @Test void a_program_resets_a_password_likewise() {
        service.browser().register("bot");

        var asked = program.post("/accounts/password_reset/", "email", "bot@example.org");
        var link = link("bot");

        assertEquals(204, asked.status());
        assertEquals("bot", program.get(link).json().get("username").textValue());
        assertEquals(422, program.post(link, "new_password1", "short", "new_password2", "other").status());
        assertEquals(204, reset(program, link).status());
        assertEquals(200, program.login("bot", NEW).status());
    }

    @Test void the_link_is_used_up_by_the_new_password_and_by_nothing_before() {
        service.browser().register("once");
        ask("once");
        var link = link("once");

        assertEquals(200, browser.get(link).status(), "a mail program looks ahead");
        assertEquals(422, browser.post(link, "new_password1", "short", "new_password2", "short").status());
        assertEquals(303, reset(browser, link).status());

        assertEquals(410, reset(browser, link).status());
        assertEquals(410, browser.get(link).status());
        assertEquals(410, program.get(link).status());
        assertEquals("application/problem+json", program.get(link).header("Content-Type").split(";")[0]);
    }

    /** ASVS 6.5.5. */
    @Test void a_link_lives_an_hour() {
        service.browser().register("late");
        ask("late");
        var link = link("late");

        service.clock().forward(Duration.ofMinutes(59));
        assertEquals(200, browser.get(link).status());

        service.clock().forward(Duration.ofMinutes(2));
        assertEquals(410, browser.get(link).status());
        assertEquals(410, reset(browser, link).status());
    }

    @Test void a_link_is_one_users_and_works_for_nothing_else() {
        service.browser().register("mine");
        service.browser().register("yours");
        ask("mine");
        var link = link("mine");
        var token = link.split("/")[4];

        assertEquals(410, browser.get("/accounts/reset/" + id("yours") + "/" + token + "/").status());
        assertEquals(410, browser.get("/accounts/email/confirm/" + id("mine") + "/" + token + "/").status());
        assertEquals(410, browser.get("/accounts/reset/" + id("mine") + "/" + token.substring(1) + "/").status());
        assertEquals(410, browser.get(link("mine", "Is this your e-mail address?").replace("email/confirm", "reset")).status());
    }

    @Test void links_die_with_the_password_that_they_were_to_replace() {
        browser.register("early");
        ask("early");
        var link = link("early");

        browser.post("/accounts/password_change/", "old_password", "correct horse", "new_password1", "another one", "new_password2", "another one");

        assertEquals(410, reset(browser, link).status());
    }

    @Test void links_die_with_a_password_that_another_program_has_written() {
        service.browser().register("django");
        ask("django");
        var link = link("django");

        service.db().sqlUpdate("update auth_user set password = 'md5$$0' where username = 'django'").execute();

        assertEquals(410, browser.get(link).status());
    }

    @Test void links_die_with_the_address_that_they_were_mailed_to() {
        service.browser().register("moved");
        ask("moved");
        var link = link("moved");

        service.db().sqlUpdate("update auth_user set email = 'new@example.org' where username = 'moved'").execute();

        assertEquals(410, browser.get(link).status());
    }

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
        service.browser().post("/accounts/register/", "username", "caps", "email", "Caps@Example.org", "password1", "correct horse",
            "password2", "correct horse");

        browser.post("/accounts/password_reset/", "email", "cAPS@eXAMPLE.ORG");

        assertNotNull(mail.link("Caps@Example.org", RESET), "it goes to the address as the account has it");
    }

    /** MariaDB takes the two for equal. */
    @Test void an_address_that_only_looks_alike_gets_nobodys_link() {
        service.browser().register("ada");

        browser.post("/accounts/password_reset/", "email", "adá@example.org");
        ask("nobody");

        Wait.until("all requests are answered", () -> !new QResetRequest(service.db()).exists());
        assertFalse(new QMailedLink(service.db()).user.username.eq("ada").purpose.eq("RESET").exists());
    }

    @Test void each_account_with_the_address_gets_a_mail_of_its_own() {
        for (var name : new String[] {"twin1", "twin2"})
            service.browser().post("/accounts/register/", "username", name, "email", "twins@example.org", "password1", "correct horse",
                "password2", "correct horse");

        ask("twins");

        Wait.until("both are told", () -> mail.to("twins@example.org").stream().filter(each -> MailServer.subject(each).equals(RESET)).count() == 2);
        var texts = String.join("", mail.to("twins@example.org").stream().map(MailServer::text).toList());
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
        assertFalse(new QMailedLink(service.db()).user.username.isIn("gone", "single").purpose.eq("RESET").exists());
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
        var row = new QMailedLink(service.db()).user.username.eq("hash").purpose.eq("RESET").findOne();
        assertEquals(Token.hash(token), row.tokenHash);
        Wait.until("the sent mail is gone", () -> service.db().sqlQuery("select count(*) from mail_outbox").mapToScalar(Integer.class).findOne() == 0);
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

    @Test void what_is_no_address_is_refused() {
        assertTrue(browser.post("/accounts/password_reset/", "email", "").says("Type an e-mail address."));
        assertEquals(422, browser.post("/accounts/password_reset/", "email", "nowhere").status());
        assertEquals(422, program.post("/accounts/password_reset/", "email", "a@example.org\r\nBcc: b@example.org").status());
    }

    private void ask(String name) {
        assertEquals(303, browser.post("/accounts/password_reset/", "email", name + "@example.org").status());
    }

    private static String link(String name) {
        return link(name, RESET);
    }

    private static String link(String name, String subject) {
        return mail.link(name + "@example.org", subject);
    }

    private static Answer reset(Client client, String link) {
        return client.post(link, "new_password1", NEW, "new_password2", NEW);
    }

    private static int id(String name) {
        return new QUser(service.db()).username.eq(name).findOne().id();
    }

    private static String shown(Answer answer) {
        return answer.status() + " " + answer.location() + " " + answer.headers("Set-Cookie") + " " + answer.body();
    }
}

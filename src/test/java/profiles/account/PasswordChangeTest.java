package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.MailServer;
import profiles.fixture.MailTest;

/** ASVS 6.2.2 and 6.2.3: a password is changed by who knows the old one. */
class PasswordChangeTest extends MailTest {
    private static final String PATH = "/accounts/password_change/", NEW = "battery staple";

    @Test void a_member_changes_the_password() {
        browser.register("ann");

        var page = browser.get(PATH);
        var changed = change(browser, "correct horse");

        assertTrue(page.contains("Your current password"));
        assertEquals(303, changed.status());
        assertEquals("/accounts/", changed.location());
        assertTrue(browser.get("/accounts/").contains("Your password is changed"));
        assertEquals(303, service.browser().login("ann", NEW).status());
        assertEquals(422, service.browser().login("ann", "correct horse").status());
    }

    @Test void a_program_changes_the_password() {
        program.register("bot");

        assertEquals(204, change(program, "correct horse").status());
        assertEquals(200, program.get("/api/profile/").status());
        assertEquals(200, service.program().login("bot", NEW).status());
    }

    @Test void a_wrong_old_password_is_refused_together_with_what_else_is_wrong() {
        browser.register("bad");
        program.login("bad", "correct horse");

        var page = browser.post(PATH, "old_password", "guessed", "new_password1", "short", "new_password2", "other");
        var json = program.post(PATH, "old_password", "guessed", "new_password1", "short", "new_password2", "other").json().get("errors");

        assertEquals(422, page.status());
        assertTrue(page.contains("This is not your password. Type it again.") && page.contains("at least 8 characters")
            && page.contains("not the same"));
        assertEquals(3, json.size());
        assertEquals("This is not your password. Type it again.", json.at("/old_password/0").textValue());
        assertEquals(303, service.browser().login("bad", "correct horse").status());
    }

    @Test void a_guest_is_asked_to_log_in() {
        assertEquals("/accounts/login/?next=%2Faccounts%2Fpassword_change%2F", browser.get(PATH).location());
        assertEquals(401, change(program, "correct horse").status());
    }

    /** ASVS 7.4.3. */
    @Test void all_other_sessions_end_and_this_one_goes_on() {
        browser.register("many");
        var other = service.browser();
        other.login("many", "correct horse");

        change(browser, "correct horse");

        assertEquals(200, browser.get("/profile/").status());
        assertEquals(303, other.get("/profile/").status());
    }

    /** ASVS 7.2.4. */
    @Test void the_session_gets_a_new_token() {
        browser.register("token");
        var before = browser.cookie("session");

        change(browser, "correct horse");

        assertNotEquals(before, browser.cookie("session"));
        assertEquals(303, service.browser().get("/profile/", "Cookie", "session=" + before).status());
    }

    @Test void of_two_who_change_the_password_at_once_one_does() {
        var all = IntStream.range(0, 4).mapToObj(each -> service.program()).toList();
        all.get(0).register("race");
        all.forEach(each -> each.login("race", "correct horse"));

        var answers = all.stream().map(each -> CompletableFuture.supplyAsync(() -> change(each, "correct horse").status())).toList();

        assertEquals(1, answers.stream().map(CompletableFuture::join).filter(status -> status == 204).count());
    }

    /** https://www.w3.org/TR/change-password-url/ */
    @Test void password_managers_find_the_form_at_its_well_known_address() {
        for (var client : List.of(browser, program)) {
            var answer = client.get("/.well-known/change-password");

            assertEquals(303, answer.status());
            assertEquals("/accounts/password_change/", answer.location());
        }
    }

    /** ASVS 6.3.7. */
    @Test void a_mail_tells_of_the_change() {
        browser.register("told");

        change(browser, "correct horse");

        assertTrue(MailServer.text(mail.await("told@example.org", "Your password was changed")).startsWith("Hello told,\n"));
    }

    /** Django's tables hold what they hold. */
    @Test void an_account_whose_address_is_none_changes_its_password_all_the_same() {
        browser.register("odd");
        service.db().sqlUpdate("update auth_user set email = :email where username = 'odd'")
            .setParameter("email", "odd@example.org\r\nBcc: eve@example.org").execute();

        assertEquals(303, change(browser, "correct horse").status());
    }

    private static Answer change(Client client, String old) {
        return client.post(PATH, "old_password", old, "new_password1", NEW, "new_password2", NEW);
    }
}

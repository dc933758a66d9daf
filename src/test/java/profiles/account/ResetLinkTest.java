package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import profiles.account.link.query.QLinkToken;
import profiles.account.query.QUser;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.MailTest;
import profiles.fixture.Wait;

/** For how long a link for a new password works, and for whom. */
class ResetLinkTest extends MailTest {
    private static final String RESET = "Choose a new password", NEW = "battery staple";

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

    @Test void several_who_use_a_link_at_once_use_it_once() {
        service.browser().register("race");
        ask("race");
        var link = link("race");

        var all = IntStream.range(0, 4).mapToObj(each -> CompletableFuture.supplyAsync(() -> reset(service.program(), link).status()))
            .toList();

        assertEquals(List.of(204, 410, 410, 410), all.stream().map(CompletableFuture::join).sorted().toList());
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

    @Test void links_that_are_over_do_not_stay() {
        service.browser().register("swept");
        ask("swept");
        link("swept");

        service.clock().forward(Duration.ofHours(25));
        var another = service.copy(Map.of());

        Wait.until("they are swept", () -> !new QLinkToken(service.db()).user.username.eq("swept").exists());
        another.stop();
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

        browser.post("/accounts/password_change/", "old_password", "correct horse", "new_password1", "another one",
            "new_password2", "another one");

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
}

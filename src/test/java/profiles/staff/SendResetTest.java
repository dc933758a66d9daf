package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.account.query.QUser;
import profiles.audit.AuditAction;
import profiles.fixture.Client;
import profiles.fixture.MailServer;
import profiles.fixture.MailTest;
import profiles.fixture.Service;

/** Staff have a link mailed, and never see or choose a password themselves (ASVS 6.4.6). */
class SendResetTest extends MailTest {
    private static final String SUBJECT = "Choose a new password";

    @Test void a_member_gets_a_link_and_chooses_a_password() {
        newcomer("lost", "lost@example.org");
        staff(browser, "helper");

        var answer = browser.post(home("lost") + "send_reset/");

        assertEquals(303, answer.status());
        var page = browser.get(home("lost"));
        assertTrue(page.contains("A mail with a link is on its way"));
        var link = mail.link("lost@example.org", SUBJECT);
        assertFalse(page.contains(link));
        assertEquals(204, program.post(link, "new_password1", "battery staple 9", "new_password2", "battery staple 9").status());
        assertEquals(200, program.login("lost", "battery staple 9").status());
    }

    @Test void it_is_told_with_who_did_it_and_goes_to_this_account_alone() {
        newcomer("twin", "shared@example.org");
        newcomer("other-twin", "shared@example.org");
        staff(program, "midwife");

        var answer = program.post(home("twin") + "send_reset/");

        assertEquals(200, answer.status(), answer::toString);
        assertEquals("PASSWORD_RESET_ASKED", answer.json().at("/history/events/0/act").textValue());
        assertEquals("midwife", answer.json().at("/history/events/0/by").textValue());
        assertTrue(mail.link("shared@example.org", SUBJECT).startsWith("/accounts/reset/" + id("twin") + "/"));
        assertEquals(AuditAction.SIGNED_IN, service.graph().audit().findEvents(new QUser(service.db()).id.eq(id("other-twin")).findOne(), 1)
            .get(0)
            .action());
    }

    @Test void without_an_address_it_is_refused_with_the_reason() {
        newcomer("addressless", "");
        staff(browser, "clerk");

        var answer = browser.post(home("addressless") + "send_reset/");

        assertEquals(422, answer.status());
        assertTrue(answer.contains("This account has no e-mail address that a link could be mailed to."));
        assertTrue(answer.contains("<h1>addressless</h1>"), "on the member's page");
    }

    @Test void to_an_account_that_is_not_active_or_has_no_password_no_link_is_mailed() {
        newcomer("asleep", "asleep@example.org");
        newcomer("elsewhere", "elsewhere@example.org");
        sql("update auth_user set is_active = false where username = 'asleep'");
        sql("update auth_user set password = '!' where username = 'elsewhere'");
        staff(program, "night-porter");

        assertTrue(program.post(home("asleep") + "send_reset/").json().at("/errors/form/0").textValue()
            .startsWith("The account is not active"));
        assertTrue(program.post(home("elsewhere") + "send_reset/").json().at("/errors/form/0").textValue()
            .startsWith("This account has no password"));
        assertTrue(mail.to("asleep@example.org").stream().noneMatch(each -> MailServer.subject(each).equals(SUBJECT)));
    }

    @Test void strangers_who_ask_for_many_keep_nobody_from_helping() {
        try (var strict = Service.on(engine, Map.of("THROTTLE", "on", "MAIL_URL", mail.url()))) {
            var helper = strict.program().register("kind");
            strict.program().register("asked-for");
            strict.db().sqlUpdate("update auth_user set is_staff = true where username = 'kind'").execute();
            var path = "/staff/profiles/" + new QUser(strict.db()).username.eq("asked-for").findOne().id() + "/send_reset/";
            for (int i = 0; i < 5; i++) strict.program().post("/accounts/password_reset/", "email", "asked-for@example.org");
            assertEquals(429, strict.program().post("/accounts/password_reset/", "email", "asked-for@example.org").status());

            for (int i = 0; i < 5; i++) assertEquals(200, helper.post(path).status());

            assertEquals(429, helper.post(path).status(), "nor does staff fill a box");
        }
    }

    private static void staff(Client client, String username) {
        client.register(username);
        sql("update auth_user set is_staff = true where username = '" + username + "'");
    }

    private static String home(String username) {
        return "/staff/profiles/" + id(username) + "/";
    }

    private static int id(String username) {
        return new QUser(service.db()).username.eq(username).findOne().id();
    }

    private static void sql(String sql) {
        service.db().sqlUpdate(sql).execute();
    }
}

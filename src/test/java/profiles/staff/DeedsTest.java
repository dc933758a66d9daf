package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.audit.AuditAction;
import profiles.fixture.Client;

/** Activate, deactivate, end sessions: by staff, for ordinary members. */
class DeedsTest extends StaffTest {

    @Test void what_is_done_is_told_so_whatever_stands_behind_the_question_mark() {
        service.program().register("questioned");
        staff(program, "questioner");

        assertEquals(200, program.post(home("questioned") + "deactivate/?before=x").status());
        assertEquals(400, program.get(home("questioned") + "?before=x").status());
    }

    @Test void a_deactivated_member_is_out_at_once_with_all_tokens_and_told_of_who_did_it() { // ASVS 7.4.2, 16.3.3
        var member = service.program().register("put-out");
        var token = token(member, false);
        staff(browser, "porter");

        var answer = browser.post(home("put-out") + "deactivate/");

        assertEquals(303, answer.status());
        assertEquals(home("put-out"), answer.location());
        assertTrue(browser.get(home("put-out")).contains("The account is deactivated"));
        assertEquals(401, member.get("/api/profile/").status());
        assertEquals(401, service.program().get("/api/profile/", "Authorization", token).status());
        assertEquals(AuditAction.DEACTIVATED, latest("put-out"));
        assertEquals("porter", history("put-out", 1).get(0).actor());
        assertEquals(422, member.login("put-out", PASSWORD).status());
    }

    @Test void an_activated_member_signs_in_anew() {
        var member = service.program().register("let-in");
        staff(program, "doorman").post(home("let-in") + "deactivate/");

        var answer = program.post(home("let-in") + "activate/");

        assertEquals(200, answer.status(), answer::toString);
        assertTrue(answer.json().at("/account/is_active").booleanValue());
        assertEquals(401, member.get("/api/profile/").status(), "the old session is dead for good");
        assertEquals(200, member.login("let-in", PASSWORD).status());
        assertEquals("doorman", history("let-in", 2).get(1).actor());
    }

    @Test void all_sessions_of_a_member_end_and_nobody_elses() { // ASVS 7.4.5
        var here = service.program().register("thrown");
        var there = service.program();
        there.login("thrown", PASSWORD);
        staff(browser, "thrower");

        assertEquals(303, browser.post(home("thrown") + "end_sessions/").status());

        assertEquals(401, here.get("/api/profile/").status());
        assertEquals(401, there.get("/api/profile/").status());
        assertTrue(browser.get(home("thrown")).contains("Nowhere"));
        assertEquals("thrower", history("thrown", 1).get(0).actor());
        assertEquals(200, here.login("thrown", PASSWORD).status());
    }

    @Test void to_do_what_is_done_already_is_fine_and_told_once() {
        service.program().register("twice");
        superuser(program, "repeating");
        var client = staff(browser, "repeater");

        for (var action : new String[] {"deactivate", "end_sessions", "activate"})
            for (int i = 0; i < 2; i++) assertEquals(303, client.post(home("twice") + action + "/").status(), action);
        for (var action : new String[] {"make_staff", "unmake_staff"})
            for (int i = 0; i < 2; i++) assertEquals(200, program.post(home("twice") + action + "/").status(), action);
        for (var action : new String[] {"make_superuser", "unmake_superuser"})
            for (int i = 0; i < 2; i++) assertEquals(200, program.post(home("twice") + action + "/", "password", PASSWORD).status(),
                action);

        assertEquals("[UNMADE_SUPERUSER, MADE_SUPERUSER, UNMADE_STAFF, MADE_STAFF, ACTIVATED, DEACTIVATED, SIGNED_IN, REGISTERED]",
            history("twice", 20).stream().map(event -> event.action().name()).toList().toString());
    }

    @Test void a_token_that_may_write_does_it_too() {
        var member = service.program().register("automated");
        var token = token(staff(program, "automat"), false);

        var answer = service.program().send("POST", home("automated") + "deactivate/", "application/json", "{}", "Authorization", token);

        assertEquals(200, answer.status(), answer::toString);
        assertFalse(answer.json().at("/account/is_active").booleanValue());
        assertEquals(401, member.get("/api/profile/").status());
        assertEquals("automat", history("automated", 1).get(0).actor());
    }

    @Test void the_page_offers_only_what_changes_something() {
        service.program().register("offered");
        staff(browser, "offering");
        offers("offered", "edit", "send_reset", "end_sessions", "deactivate");

        browser.post(home("offered") + "deactivate/");

        offers("offered", "edit", "activate");
    }

    @Test void staff_touch_neither_staff_nor_superusers() { // ASVS 8.2.2
        staff(service.browser(), "colleague");
        superuser(service.browser(), "boss");
        staff(browser, "climbing");
        staff(program, "climber");

        for (var other : new String[] {"colleague", "boss"}) {
            offers(other);
            for (var action : new String[] {"edit", "activate", "deactivate", "end_sessions", "send_reset", "make_staff", "unmake_staff",
                "make_superuser", "unmake_superuser"}) {
                assertEquals(403, browser.post(home(other) + action + "/", "password", PASSWORD).status(), action);
                assertEquals(403, program.post(home(other) + action + "/", "password", PASSWORD).status(), action);
            }
            assertEquals(403, browser.get(home(other) + "edit/").status());
            assertEquals(403, program.send("PATCH", api(other), "application/json", "{\"bio\":\"x\"}").status());
            assertEquals(200, browser.get(home(other)).status(), "but they see them");
            assertEquals(AuditAction.SIGNED_IN, latest(other));
        }
    }

    @Test void one_s_own_account_has_its_own_pages() {
        for (var client : new Client[] {staff(browser, "selfish"), superuser(program, "narcissus")}) {
            var self = client == browser ? "selfish" : "narcissus";
            for (var action : new String[] {"activate", "deactivate", "end_sessions", "send_reset", "make_superuser", "unmake_superuser",
                "make_staff", "unmake_staff"})
                assertEquals(403, client.post(home(self) + action + "/", "password", PASSWORD).status(), action);
            assertEquals(200, client.get(home(self)).status());
        }
        assertEquals(200, program.send("PATCH", api("narcissus"), "application/json", "{\"bio\":\"x\"}").status());
        offers("selfish", "edit");
    }

    /** Which deeds the page of this member has buttons for. */
    private void offers(String username, String... actions) {
        var page = browser.get(home(username));
        for (var action : new String[] {"edit", "activate", "deactivate", "end_sessions", "send_reset", "make_staff", "unmake_staff",
            "make_superuser", "unmake_superuser"})
            assertEquals(List.of(actions).contains(action), page.contains("=\"" + home(username) + action + "/\""), action);
    }
}

package profiles.profile.leaving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AccountDeletionTest extends AccountDeletionPagesTest {

    @Test void the_page_warns_plainly_and_asks_for_the_password() {
        browser.register("hesitant");

        var page = browser.get("/accounts/delete/");

        assertEquals(200, page.status());
        assertTrue(page.contains("at once and for good"));
        assertTrue(page.contains("hesitant"));
        assertTrue(page.contains("type=\"password\""));
    }

    @Test void a_member_leaves_and_nothing_of_him_stays() {
        browser.register("leaver");
        upload(browser, "leaver.pdf");
        var id = idOf("leaver");

        var answer = browser.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(303, answer.status());
        assertEquals("/accounts/login/", answer.location());
        assertEquals("\"cache\", \"storage\"", answer.header("Clear-Site-Data")); // ASVS 14.3.1
        assertTrue(browser.get("/accounts/login/").contains("Farewell!"));
        assertNull(browser.cookie("session"), "the cookie is cleared");
        assertEquals(0, count("auth_user where id = " + id));
        assertEquals(0, count("profiles_profile where user_id = " + id));
        assertEquals(0, count("user_session where user_id = " + id));
        assertFalse(service.files().contains("cvs/leaver.pdf"));
    }

    @Test void a_program_leaves_and_hears_nothing_more() {
        program.register("leaving-bot");

        var answer = program.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(204, answer.status());
        assertEquals(401, program.get("/api/profile/").status());
        assertEquals(0, count("auth_user where username = 'leaving-bot'"));
    }

    @Test void his_other_sessions_end_at_once() { // ASVS 7.4.2
        browser.register("everywhere");
        program.login("everywhere", PASSWORD);

        browser.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(401, program.get("/api/profile/").status());
    }

    @Test void a_wrong_password_deletes_nothing() { // ASVS 7.5.1
        browser.register("careful");
        program.login("careful", PASSWORD);

        var page = browser.post("/accounts/delete/", "password", "wrong horse");
        var json = program.post("/accounts/delete/", "password", "wrong horse");
        var none = program.post("/accounts/delete/");

        assertEquals(422, page.status());
        assertTrue(page.contains("This is not your password. Type it again."));
        assertFalse(page.contains("wrong horse"), "a password is never echoed");
        assertEquals(422, json.status());
        assertEquals("This is not your password. Type it again.", json.json().at("/errors/password/0").textValue());
        assertEquals(422, none.status());
        assertEquals(200, browser.get("/profile/").status());
    }

    @Test void the_user_name_is_free_again_for_somebody_who_gets_nothing_of_his() {
        browser.register("phoenix");
        upload(browser, "phoenix.pdf");
        browser.post("/accounts/delete/", "password", PASSWORD);

        program.register("phoenix");

        assertTrue(program.get("/api/profile/").json().get("cv").isNull());
        assertEquals(404, program.get("/media/cvs/phoenix.pdf").status());
    }

    @Test void a_guest_has_nothing_to_delete() {
        assertEquals(303, browser.get("/accounts/delete/").status()); // ASVS 8.2.1
        assertEquals(401, program.post("/accounts/delete/", "password", PASSWORD).status());
    }
}

package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.audit.AuditAction;
import profiles.fixture.Service;

/** Superusers alone say who is staff, and who is a superuser: that with their own password. */
class SuperusersTest extends StaffTest {

    @Test void a_superuser_makes_and_unmakes_staff() {
        var member = service.program().register("promoted");
        superuser(browser, "promoter");
        assertEquals(403, member.get(home("promoter")).status());

        assertEquals(303, browser.post(home("promoted") + "make_staff/").status());
        assertEquals(200, member.get(home("promoter")).status());
        assertEquals(AuditAction.MADE_STAFF, latest("promoted"));
        assertTrue(browser.get(home("promoted")).contains("Active, staff"));

        assertEquals(303, browser.post(home("promoted") + "unmake_staff/").status());
        assertEquals(403, member.get(home("promoter")).status());
        assertEquals(AuditAction.UNMADE_STAFF, latest("promoted"));
        assertEquals("promoter", history("promoted", 1).get(0).actor());
    }

    @Test void a_superuser_makes_and_unmakes_superusers() {
        service.program().register("crowned");
        superuser(program, "crowning");

        var made = program.post(home("crowned") + "make_superuser/", "password", PASSWORD);
        assertEquals(200, made.status(), made::toString);
        assertTrue(is("is_superuser", "crowned") && is("is_staff", "crowned"));
        assertEquals(AuditAction.MADE_SUPERUSER, latest("crowned"));

        var unmade = program.post(home("crowned") + "unmake_superuser/", "password", PASSWORD);
        assertFalse(unmade.json().at("/account/is_superuser").booleanValue());
        assertTrue(unmade.json().at("/account/is_staff").booleanValue(), "whoever was one stays staff");
        assertEquals("crowning", history("crowned", 1).get(0).actor());
    }

    @Test void without_the_own_password_nobody_becomes_a_superuser() { // ASVS 7.5.3
        service.program().register("pretender");
        superuser(browser, "guarded");
        superuser(program, "warden");
        var token = token(program, false);
        var path = home("pretender") + "make_superuser/";

        var page = browser.post(path, "password", "wrong");
        var empty = browser.post(path);
        var json = program.post(path, "password", "");
        var byToken = service.program().send("POST", path, "application/json", "{}", "Authorization", token);

        assertEquals(422, page.status());
        assertTrue(page.contains("id=\"password-error\"") && page.contains("This is not your password. Type it again."));
        for (var answer : List.of(empty, json, byToken)) assertEquals(422, answer.status());
        assertEquals("This is not your password. Type it again.", json.json().at("/errors/password/0").textValue());
        assertFalse(is("is_superuser", "pretender"));
        assertEquals(200, service.program().send("POST", path, "application/json", "{\"password\":\"" + PASSWORD + "\"}", "Authorization",
            token).status());
    }

    @Test void the_password_is_guessed_at_no_more_often_than_at_the_login() { // ASVS 6.3.1
        try (var strict = Service.on(engine, Map.of("THROTTLE", "on"))) {
            var thief = strict.browser().register("robbed");
            strict.browser().register("accomplice");
            strict.db().sqlUpdate("update auth_user set is_superuser = true where username = 'robbed'").execute();
            var id = strict.db().sqlQuery("select id from auth_user where username = 'accomplice'").mapToScalar(Integer.class).findOne();
            var path = "/staff/profiles/" + id + "/make_superuser/";

            for (int i = 0; i < 5; i++) assertEquals(422, thief.post(path, "password", "guess" + i).status());

            assertEquals(429, thief.post(path, "password", PASSWORD).status());
        }
    }

    @Test void a_superuser_is_always_staff() {
        superuser(service.browser(), "lasting");
        superuser(program, "hasty");

        var answer = program.post(home("lasting") + "unmake_staff/");

        assertEquals(422, answer.status());
        assertEquals("A superuser is always staff: take that back first.", answer.json().at("/errors/form/0").textValue());
        assertTrue(is("is_staff", "lasting"));
    }

    @Test void a_superuser_is_not_put_out_without_the_own_password() {
        var other = superuser(service.program(), "colleague");
        superuser(program, "usurper");

        var answer = program.post(home("colleague") + "deactivate/");

        assertEquals(422, answer.status());
        assertEquals("This is a superuser: take that back first.", answer.json().at("/errors/form/0").textValue());
        assertEquals(200, other.get("/profile/").status());

        sql("update auth_user set is_active = false where username = 'colleague'");
        assertEquals(422, program.post(home("colleague") + "activate/").status(), "nor let in again");
        assertEquals(200, program.post(home("colleague") + "unmake_superuser/", "password", PASSWORD).status());
        assertEquals(200, program.post(home("colleague") + "activate/").status());
        assertEquals(200, program.post(home("colleague") + "deactivate/").status());
    }

    @Test void a_superuser_does_to_staff_what_staff_do_to_members() {
        var other = staff(service.program(), "subordinate");
        superuser(browser, "chief");

        assertEquals(303, browser.post(home("subordinate") + "edit/", "full_name", "Ada").status());
        assertEquals(303, browser.post(home("subordinate") + "deactivate/").status());
        assertEquals(401, other.get("/profile/").status());
    }
}

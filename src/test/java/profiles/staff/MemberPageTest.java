package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import profiles.fixture.Form;
import profiles.fixture.Samples;

class MemberPageTest extends StaffTest {

    @Test void staff_see_a_member_with_documents_and_account() {
        service.browser().register("seen").post("/profile/edit/", new Form().text("full_name", "Жанна 🎉").text("bio", "<b>bold</b>")
            .file("cv", "seen.pdf", "application/pdf", Samples.pdf()));
        staff(browser, "looking");

        var page = browser.get(home("seen"));

        assertEquals(200, page.status());
        for (var text : new String[] {"Жанна 🎉", "<a href=\"/media/cvs/seen.pdf\">seen.pdf</a>", "seen@example.org", "not confirmed",
            "Joined", "On one device"})
            assertTrue(page.contains(text), text);
        assertFalse(page.body().contains("<b>bold"), "ASVS 1.2.1");
        assertFalse(page.body().contains("<script"));
        assertEquals(200, browser.get("/media/cvs/seen.pdf").status());
    }

    @Test void programs_of_staff_see_the_same() {
        service.browser().register("read");
        staff(program, "reading");
        var token = token(program, true);

        var json = service.program().get(home("read"), "Authorization", token).json();

        assertEquals(user("read").id(), json.get("id").intValue());
        assertEquals("read@example.org", json.at("/profile/email").textValue());
        assertTrue(json.at("/profile/cv").isNull());
        assertEquals("read", json.at("/account/username").textValue());
        assertFalse(json.at("/account/email_verified").booleanValue());
        assertTrue(json.at("/account/is_active").booleanValue());
        assertFalse(json.at("/account/is_staff").booleanValue() || json.at("/account/is_superuser").booleanValue());
        assertEquals(1, json.at("/account/sessions").intValue());
        assertEquals("SIGNED_IN", json.at("/history/events/0/act").textValue());
        assertEquals("read", json.at("/history/events/0/by").textValue());
        assertTrue(json.at("/history/older").isNull());
        assertFalse(json.toString().contains("password"), "ASVS 14.2.6");
    }

    @Test void a_superuser_is_staff_however_the_account_is_marked() {
        superuser(browser, "unmarked");
        sql("update auth_user set is_staff = false where username = 'unmarked'");

        assertEquals(200, browser.get(home("unmarked")).status());
    }

    @Test void to_members_and_guests_the_page_is_closed() { // ASVS 8.2.1
        service.browser().register("private");
        var path = home("private");

        assertEquals("/accounts/login/?next=" + path.replace("/", "%2F"), browser.get(path).location());
        assertEquals(401, program.get(path).status());
        assertEquals(403, browser.register("curious").get(path).status());
        assertEquals(403, program.register("prying").get(path).status());
        assertEquals(403, program.get("/api" + path).status());
    }

    @Test void who_is_not_there_is_not_found() {
        staff(browser, "seeking");
        superuser(program, "seeker");

        for (var id : new String[] {"0", "99999999", "99999999999999", "4294967297", "-1", "x", "1x", "99999999999999999999"}) {
            for (var path : new String[] {"", "edit/"}) assertEquals(404, browser.get("/staff/profiles/" + id + "/" + path).status(),
                id + path);
            for (var path : new String[] {"edit", "activate", "deactivate", "end_sessions", "send_reset", "make_staff", "unmake_staff",
                "make_superuser", "unmake_superuser"})
                assertEquals(404, program.post("/staff/profiles/" + id + "/" + path + "/").status(), id + path);
            assertEquals(404, program.get("/api/staff/profiles/" + id + "/").status(), id);
            assertEquals(404, program.send("PATCH", "/api/staff/profiles/" + id + "/", "application/json", "{}").status(), id);
        }
    }

    @Test void a_token_that_may_only_read_does_nothing() { // ASVS 8.2.1
        service.browser().register("untouched");
        superuser(program, "careful");
        var token = token(program, true);
        var reader = service.program();

        for (var path : new String[] {"edit", "activate", "deactivate", "end_sessions", "send_reset", "make_staff", "unmake_staff",
            "make_superuser", "unmake_superuser"})
            assertEquals(403, reader.send("POST", home("untouched") + path + "/", "application/json", "{}", "Authorization", token)
            .status(), path);
        assertEquals(403, reader.send("PATCH", api("untouched"), BodyPublishers.noBody(), "Authorization", token).status());
    }
}

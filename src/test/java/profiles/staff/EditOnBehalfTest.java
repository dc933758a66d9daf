package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.audit.AuditAction;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;

/** Staff edit a profile on a member's behalf, by the member's own form. */
class EditOnBehalfTest extends StaffTest {

    @Test void the_form_is_the_members_own_and_names_him() {
        service.browser().register("formed").post("/profile/edit/", "full_name", "Ada");
        staff(browser, "former");

        var page = browser.get(home("formed") + "edit/");

        assertTrue(page.contains("Edit the profile of formed"));
        assertTrue(page.contains("action=\"" + home("formed") + "edit/\" enctype=\"multipart/form-data\""));
        assertTrue(page.contains("value=\"Ada\""));
        assertFalse(page.contains("autocomplete=\"name\""), "the browser knows the name of staff, not of the member");
    }

    @Test void what_staff_save_is_the_members_and_told_with_who_did_it() {
        var member = service.program().register("edited");
        staff(browser, "editor");

        var answer = browser.post(home("edited") + "edit/", new Form().text("full_name", "Zoë")
            .file("cv", "edited.pdf", "application/pdf", Samples.pdf()));

        assertEquals(303, answer.status());
        assertEquals(home("edited"), answer.location());
        assertTrue(browser.get(home("edited")).contains("The profile was saved."));
        var json = member.get("/api/profile/").json();
        assertEquals("Zoë", json.get("full_name").textValue());
        assertTrue(json.get("cv").textValue().endsWith("/media/cvs/edited.pdf"));
        assertEquals(200, member.get("/media/cvs/edited.pdf").status());
        assertEquals(AuditAction.PROFILE_EDITED, history("edited", 1).get(0).action());
        assertEquals("editor", history("edited", 1).get(0).actor());
        assertFalse(browser.get("/profile/").contains("Zoë"), "nobody else's profile has changed");
    }

    @Test void a_document_that_staff_replace_or_clear_goes() {
        service.browser().register("cleared").post("/profile/edit/", new Form()
            .file("cv", "cleared.pdf", "application/pdf", Samples.pdf()));
        staff(browser, "clearing");

        browser.post(home("cleared") + "edit/", "cv-clear", "on");

        assertFalse(service.files().contains("cvs/cleared.pdf"));
        assertFalse(browser.get(home("cleared")).contains("cleared.pdf"));
    }

    @Test void a_wrong_form_comes_back_as_typed_and_nothing_is_told() {
        service.browser().register("mistyped");
        staff(browser, "mistyping");

        var page = browser.post(home("mistyped") + "edit/", new Form().text("full_name", "n".repeat(256))
            .file("cv", "cv.txt", "text/plain", "text".getBytes()));

        assertEquals(422, page.status());
        assertTrue(page.contains("n".repeat(256)) && page.contains("id=\"cv-error\"") && page.contains("Edit the profile of mistyped"));
        assertEquals(AuditAction.SIGNED_IN, latest("mistyped"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void programs_of_staff_change_it_as_members_change_theirs(String method) {
        service.program().register("patched-" + method);
        staff(program, "patcher-" + method);
        var token = token(program, false);
        var path = api("patched-" + method);
        var form = new Form().text("bio", "Hello").file("cv", "patched-" + method + ".pdf", "application/pdf", Samples.pdf());

        var texts = service.program().send(method, path, "application/json", "{\"full_name\":\"Ada\"}", "Authorization", token);
        var files = service.program().send(method, path, BodyPublishers.ofByteArray(form.bytes()), "Content-Type", form.type(),
            "Authorization", token);

        assertEquals(200, texts.status(), texts::toString);
        assertEquals(200, files.status(), files::toString);
        assertEquals("Ada", files.json().get("full_name").textValue());
        assertEquals(files.json(), program.get(path).json());
        assertEquals("patched-" + method, files.json().get("username").textValue());
        assertEquals(AuditAction.PROFILE_EDITED, latest("patched-" + method));
        assertEquals(422, program.send(method, path, "application/json", "{\"full_name\":\"a\\nb\"}").status());
    }

    @Test void the_form_takes_json_too() {
        service.program().register("posted");
        staff(program, "posting");

        var answer = program.post(home("posted") + "edit/", "full_name", "Ada");

        assertEquals(200, answer.status(), answer::toString);
        assertEquals("Ada", answer.json().get("full_name").textValue());
    }

    @Test void name_and_address_of_the_account_cannot_be_changed_here() {
        service.program().register("rooted");
        staff(program, "digging");

        var answer = program.post(home("rooted") + "edit/", "username", "other", "email", "digging@example.org");

        assertEquals(422, answer.status());
        assertTrue(answer.json().at("/errors/email/0").isTextual() && answer.json().at("/errors/username/0").isTextual());
    }

    @Test void what_a_member_saves_is_no_event() {
        program.register("private-life").post("/profile/edit/", "bio", "mine");

        assertEquals(AuditAction.SIGNED_IN, latest("private-life"));
    }

    @Test void a_profile_that_is_saved_without_a_trail_is_not_saved() {
        try (var own = Service.on(engine)) {
            own.program().register("untold");
            var editor = own.program().register("untelling");
            own.db().sqlUpdate("update auth_user set is_staff = true where username = 'untelling'").execute();
            var id = own.db().sqlQuery("select id from auth_user where username = 'untold'").mapToScalar(Integer.class).findOne();
            own.db().sqlUpdate("alter table audit_event rename to audit_event_away").execute();

            var form = new Form().text("bio", "secret").file("cv", "untold.pdf", "application/pdf", Samples.pdf());
            assertEquals(503, editor.post("/staff/profiles/" + id + "/edit/", form).status());

            assertEquals("", editor.get("/api/staff/profiles/" + id + "/").json().get("bio").textValue());
            assertNull(own.files().stream().filter(key -> key.endsWith("untold.pdf")).findFirst().orElse(null));
        }
    }
}

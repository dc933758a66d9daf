package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.ServiceTest;

class ProfilePageTest extends ServiceTest {

    @Test void a_new_member_sees_an_empty_profile() {
        var page = browser.register("empty").get("/profile/");

        assertEquals(200, page.status());
        assertTrue(page.contains("empty@example.org"));
        assertTrue(page.contains("Nothing yet"));
        assertTrue(page.contains("href=\"/profile/edit/\""));
    }

    @Test void a_member_sees_what_was_saved_with_links_to_the_files() {
        browser.register("filled");
        browser.post("/profile/edit/", new Form().text("full_name", "Жанна 🎉").text("bio", "Two\r\nlines")
            .file("cv", "Größe.pdf", "application/pdf", Samples.pdf()));

        var page = browser.get("/profile/");

        assertTrue(page.contains("Жанна 🎉"));
        assertTrue(page.contains("Two\r\nlines"));
        assertTrue(page.contains("<a href=\"/media/cvs/Gr%C3%B6%C3%9Fe.pdf\">Größe.pdf</a>"), page::toString);
    }

    @Test void what_looks_like_html_is_shown_and_not_run() { // ASVS 1.2.1
        browser.register("markup");
        browser.post("/profile/edit/", "full_name", "<script>alert(1)</script>\" onload='x'", "bio",
            "</textarea><script>alert(2)</script>");

        for (var path : new String[] {"/profile/", "/profile/edit/"}) {
            var page = browser.get(path);
            assertFalse(page.body().contains("<script>alert"), path);
            assertFalse(page.body().contains("</textarea><script"), path);
            assertTrue(page.body().contains("&lt;script>alert(1)&lt;/script>") || page.body()
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;"), path);
        }
    }

    @Test void each_member_sees_his_own() {
        browser.register("mine").post("/profile/edit/", "full_name", "Only Mine");

        assertFalse(service.browser().register("yours").get("/profile/").contains("Only Mine"));
        assertFalse(service.program().register("theirs").get("/api/profile/").contains("Only Mine"));
    }

    @Test void a_program_gets_the_same_as_json() {
        program.register("same").send("PATCH", "/api/profile/", "application/json", "{\"full_name\":\"Ada\"}");

        assertEquals(program.get("/api/profile/").json(), program.get("/profile/").json());
    }
}

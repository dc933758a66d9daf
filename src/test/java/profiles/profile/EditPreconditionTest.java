package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.ServiceTest;

/** A form that lay open while the profile was changed, or while somebody else logged in. */
class EditPreconditionTest extends ServiceTest {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"&#34;([^&]+)&#34;\"");

    @Test void the_second_of_two_tabs_is_told_and_keeps_what_was_typed() {
        var opened = version(browser.register("two-tabs").get("/profile/edit/"));
        browser.post("/profile/edit/", "version", opened, "full_name", "First");

        var page = browser.post("/profile/edit/", "version", opened, "full_name", "Second", "bio", "Typed");

        assertEquals(412, page.status());
        assertTrue(page.contains("This profile was changed in another place since you opened it.") && page.contains("value=\"Second\"")
            && page.contains("Typed"), page::toString);
        assertTrue(browser.get("/profile/edit/").contains("value=\"First\""), "which nobody has lost");
        assertNotEquals(opened, version(page));
        assertEquals(303, browser.post("/profile/edit/", "version", version(page), "full_name", "Second").status(), "now it is known");
        assertTrue(browser.get("/profile/edit/").contains("value=\"Second\""));
    }

    @Test void its_file_is_not_kept() {
        var opened = version(browser.register("two-files").get("/profile/edit/"));
        browser.post("/profile/edit/", "bio", "changed");

        var page = browser.post("/profile/edit/", new Form().text("version", opened)
            .file("cv", "two-files.pdf", "application/pdf", Samples.pdf()));

        assertEquals(412, page.status());
        assertFalse(service.files().contains("cvs/two-files.pdf"));
    }

    @Test void scripts_get_the_new_version_to_go_on_with() {
        var opened = version(browser.register("scripted-tabs").get("/profile/edit/"));
        browser.post("/profile/edit/", "bio", "changed");

        var answer = browser.post("/profile/edit/", new Form().text("version", opened).text("bio", "mine"), "Accept", "application/json");

        assertEquals(412, answer.status());
        assertEquals(version(browser.get("/profile/edit/")), answer.header("ETag"));
        assertTrue(answer.json().get("detail").textValue().startsWith("This profile was changed"));
        assertEquals(200, browser.post("/profile/edit/", new Form().text("version", answer.header("ETag")).text("bio", "mine"), "Accept",
            "application/json").status());
    }

    @Test void a_form_that_comes_back_with_an_error_can_be_sent_again() {
        var opened = version(browser.register("again").get("/profile/edit/"));

        var page = browser.post("/profile/edit/", "version", opened, "full_name", "n".repeat(256));

        assertEquals(422, page.status());
        assertEquals(opened, version(page));
    }

    @Test void who_logs_in_later_gets_nothing_of_it() {
        browser.register("later").get("/profile/edit/");

        for (var accept : new String[] {"text/html", "application/json"}) {
            var answer = browser.post("/profile/edit/", new Form().text("editor", "earlier").text("bio", "secret of another"), "Accept",
                accept);

            assertEquals(409, answer.status());
            assertTrue(answer.contains("This form was opened by earlier, but later is logged in here now, so nothing was saved."),
                answer::toString);
        }
        assertFalse(browser.get("/profile/edit/").contains("secret of another"));
        assertEquals(303, browser.post("/profile/edit/", "editor", "later", "bio", "mine").status());
    }

    private static String version(Answer page) {
        var found = VERSION.matcher(page.body());
        assertTrue(found.find(), page::toString);
        return '"' + found.group(1) + '"';
    }
}

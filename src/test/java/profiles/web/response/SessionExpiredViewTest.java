package profiles.web.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.SqliteServiceTest;

/** A session that ends while a form is open. */
class SessionExpiredViewTest extends SqliteServiceTest {

    @Test void a_form_with_files_can_be_sent_again_by_loading_the_answer_again() {
        var form = new Form().text("bio", "Typed with care").file("cv", "interrupted.pdf", "application/pdf", Samples.pdf());

        var page = browser.post("/profile/edit/", form);

        assertEquals(401, page.status());
        assertTrue(page.contains("What you typed and chose is not lost") && page.contains("href=\"/accounts/login/\" target=\"_blank\""),
            page::toString);
        browser.register("interrupted");
        assertEquals(303, browser.post("/profile/edit/", form).status());
        assertTrue(browser.get("/profile/edit/").contains("Typed with care"));
    }

    @Test void no_browser_and_no_script_of_a_page_is_asked_for_a_password_by_a_window_of_its_own() {
        var form = new Form().text("bio", "x");
        // Over HTTP, on a network, browsers do not tell where a request comes from but by its Origin.
        var page = service.program().post("/profile/edit/", form, "Accept", "text/html");
        var script = service.program().post("/profile/edit/", form, "Origin", "http://127.0.0.1:" + service.port());
        var program = service.program().post("/profile/edit/", form);

        for (var answer : List.of(page, script)) {
            assertEquals(401, answer.status());
            assertEquals(List.of("Bearer realm=\"profiles\""), answer.headers("WWW-Authenticate"));
        }
        assertEquals(2, program.headers("WWW-Authenticate").size());
    }
}

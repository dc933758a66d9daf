package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.SqliteServiceTest;
import profiles.web.request.BodyReceiver;
import profiles.web.request.RequestBody;

/** Large bodies are read as many at once as the heap has room for. */
@Tag("serial")
class CrowdedBodiesTest extends SqliteServiceTest {
    private static final String LARGE = "x".repeat(BodyReceiver.OF_GUESTS);

    @Test void one_large_form_too_many_hears_to_come_back_and_all_else_goes_on() {
        browser.register("crowd");
        var all = RequestBody.LIMIT.drainPermits();
        try {
            for (var refused : new Answer[] {browser.post("/profile/edit/", "bio", LARGE),
                browser.post("/profile/edit/", new Form().text("bio", LARGE + "x"))}) {
                assertEquals(503, refused.status());
                assertNotNull(refused.header("Retry-After"));
            }

            assertEquals(303, browser.post("/profile/edit/", "full_name", "Ada").status());
        } finally {
            RequestBody.LIMIT.release(all);
        }

        assertEquals(422, browser.post("/profile/edit/", "bio", LARGE).status(), "it has its turn, and is only too long");
    }
}

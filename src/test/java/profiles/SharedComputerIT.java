package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import profiles.fixture.BrowserTest;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.ViewableSamples;

/** Whoever sits down at a computer that somebody has left sees nothing of theirs (ASVS 14.3.1, 14.3.2). */
class SharedComputerIT extends BrowserTest {
    private static final String PICTURE = "/media/certificates/";

    @Test void after_a_logout_the_way_back_leads_to_no_document_and_no_page() {
        var page = chromium.window(jar, Screen.DESKTOP);
        look(page, "ada");

        page.locator("header button", new Page.LocatorOptions().setHasText("Log out")).click();
        sees(page, "You are logged out.");

        nothingIsThere(page);
    }

    /** Without the answer to a logout, which clears the cache: the session was ended elsewhere, or is too old. */
    @Test void after_a_session_has_ended_neither() {
        var page = chromium.window(jar, Screen.DESKTOP);
        look(page, "ben");

        page.context().clearCookies();
        page.navigate("/accounts/login/");

        nothingIsThere(page);
    }

    private static void look(Page page, String name) {
        register(page, name);
        choose(page, "certificate", name + ".png", "image/png", ViewableSamples.png("Exam of " + name));
        press(page, "Save");
        sees(page, "Your profile was saved.");
        assertEquals(200, page.navigate(PICTURE + name + ".png").status());
        assertEquals(600, page.evaluate("() => document.images[0].naturalWidth"));
        page.navigate("/profile/");
    }

    private static void nothingIsThere(Page page) {
        for (int i = 0; i < 4; i++) {
            page.goBack();
            page.waitForURL("**/accounts/**");
            assertEquals(0, page.locator("img[src*='/media/']").count() + page.getByText("Exam of").count(), page.url());
        }
    }
}

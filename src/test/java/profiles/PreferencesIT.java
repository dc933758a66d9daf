package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.fixture.BrowserTest;
import profiles.fixture.Chromium.Screen;

/** Pages follow what the visitor's system asks for: dark colours, less motion, colours of its own, and paper. */
class PreferencesIT extends BrowserTest {
    private static final String MOVING =
        "() => [...document.querySelectorAll('*')].filter(it => getComputedStyle(it).transitionDuration.split(', ').some(time => "
        + "parseFloat(time) > 0)).length",
        GROUND = "() => getComputedStyle(document.documentElement).backgroundColor";

    @Test void nothing_moves_for_those_who_want_it_still() {
        var page = edited("still");

        assertEquals(0, page.evaluate(MOVING));
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertNotEquals(0, page.evaluate(MOVING), "else the test sees nothing");
    }

    @Test void the_night_is_dark() {
        var page = edited("night");
        var day = page.evaluate(GROUND);

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertNotEquals(day, page.evaluate(GROUND));
        assertTrue(page.locator("meta[name=theme-color][media*=dark]").count() == 1, "browsers colour their own bar by it");
    }

    /** A system with colours of its own, as for high contrast, takes away backgrounds: edges must stay. */
    @Test void messages_and_buttons_have_edges_where_colours_are_the_systems() {
        var page = edited("contrast");
        page.locator("#save").click();
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));

        for (var edged : List.of(".message", "#save", "#full_name", "body > header"))
            assertNotEquals("0px", page.locator(edged).first().evaluate("it => getComputedStyle(it).borderBottomWidth"), edged);
    }

    @Test void a_profile_on_paper_is_the_profile_alone() {
        var page = edited("paper");
        page.navigate("/profile/");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertTrue(page.locator(".profile").isVisible() && page.locator("h1").isVisible());
        assertEquals(List.of(false, false), List.of(page.locator("body > header").isVisible(), page.getByText("Edit").isVisible()));
    }

    /** With twice the letters, half as much fits into the window (WCAG 1.4.4). */
    @Test void at_twice_the_size_all_is_there() {
        var page = edited("large");
        page.setViewportSize(640, 450);

        for (var path : List.of("/profile/", "/profile/edit/", "/accounts/", "/accounts/tokens/new/")) {
            page.navigate(path);
            fits(page);
            assertTrue(page.locator("header form button").isVisible() && page.locator("h1").isVisible(), path);
        }
    }

    private static Page edited(String username) {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, username);
        return page;
    }
}

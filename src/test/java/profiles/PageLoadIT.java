package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.PictureTest;
import profiles.fixture.Samples;

/** How pages come to the eye: with few bytes, and without jumping. */
@Tag("serial")
class PageLoadIT extends PictureTest {
    private static final int MOST_BYTES = 30_000;
    private static final List<String> OF_GUESTS = List.of("/accounts/login/", "/accounts/register/", "/accounts/password_reset/",
        "/nothing/");
    private static final List<String> OF_MEMBERS = List.of("/profile/", "/profile/edit/", "/accounts/", "/accounts/sessions/",
        "/accounts/tokens/new/");
    /**
     * What came over the wire, without headers, as the browser counts it; and how far what was seen has moved since (Cumulative Layout
     * Shift).
     */
    private static final String BYTES = "() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
        + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)";
    private static final String SHIFT = """
        async () => {
          const shifts = [];
          const observer = new PerformanceObserver(list => shifts.push(...list.getEntries()));
          observer.observe({type: 'layout-shift', buffered: true});
          for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
          await new Promise(done => setTimeout(done));
          return shifts.concat(observer.takeRecords()).reduce((sum, shift) => sum + shift.value, 0);
        }""";

    @ParameterizedTest
    @EnumSource
    void a_page_is_light_and_stands_still(Screen screen) {
        for (var path : OF_GUESTS) lightAndStill(chromium.window(jar, screen), path);

        var page = chromium.window(jar, screen);
        var name = "light-" + screen.ordinal();
        register(page, name);
        page.getByLabel("Full name").fill("Ada Lovelace");
        choose(page, "cv", "cv.pdf", "application/pdf", Samples.pdf());
        press(page, "Save");
        sees(page, "Your profile was saved.");
        run("update auth_user set is_staff = 1 where username = '" + name + "'");
        var staff = "/staff/profiles/" + number("select id from auth_user where username = '" + name + "'") + "/";
        Stream.concat(OF_MEMBERS.stream(), Stream.of(staff, staff + "edit/")).forEach(path -> lightAndStill(page, path));
    }

    @Test void a_jump_would_be_seen() {
        var page = chromium.window(jar, Screen.DESKTOP);

        page.navigate("/accounts/login/");
        // A first frame must be there before something can jump.
        page.evaluate(SHIFT);
        page.evaluate(
            "() => document.querySelector('main').before(Object.assign(document.createElement('h2'), {textContent: 'Late news'}))");

        assertTrue(shift(page) > 0);
    }

    private static void lightAndStill(Page page, String path) {
        page.navigate(path);

        assertEquals(0, shift(page), 0.001, path);
        var bytes = ((Number) page.evaluate(BYTES)).intValue();
        assertTrue(bytes > 0 && bytes <= MOST_BYTES, path + " has " + bytes + " bytes");
    }

    private static double shift(Page page) {
        return ((Number) page.evaluate(SHIFT)).doubleValue();
    }
}

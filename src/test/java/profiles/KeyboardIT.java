package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.BrowserTest;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.ViewableSamples;

/** The whole job by keyboard alone: Tab, Space, Enter and letters (WCAG 2.1.1, 2.4.3, 2.4.7, 2.4.11). */
class KeyboardIT extends BrowserTest {
    private static final int MOST_TABS = 40;
    private static final String SEEN = """
        () => {
          const it = document.activeElement, box = it.getBoundingClientRect(), style = getComputedStyle(it);
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2);
          return box.height > 0 && box.top >= 0 && box.top < innerHeight && (it.contains(top) || it.labels?.[0]?.contains(top))
            && parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
        }""";

    private Page page;

    @ParameterizedTest
    @EnumSource(Screen.class)
    void a_member_registers_fills_in_the_profile_and_leaves(Screen screen) {
        page = chromium.window(jar, screen);
        // Told at once: the browser needs a moment until it asks us, and nobody, for files.
        page.onFileChooser(chooser -> chooser.setFiles(new FilePayload("cv.pdf", "application/pdf", ViewableSamples.pdf("CV"))));
        page.navigate("/accounts/register/");

        type("#username", "tab." + screen);
        type("#password1", PASSWORD);
        type("#password2", "correct house");
        page.keyboard().press("Enter");
        page.locator("#password2:focus").waitFor();
        type("#password1", PASSWORD);
        type("#password2", PASSWORD);
        press("main form button");
        at(page, "/profile/edit/");

        type("#full_name", "Tab Lovelace");
        type("#bio", "Written without a mouse.");
        choose("#cv");
        press("main form > button[type=submit]");
        sees(page, "Your profile was saved.");

        press("header a[href='/profile/']");
        at(page, "/profile/");
        sees(page, "cv.pdf");
        press("header form button");
        sees(page, "You are logged out.");
    }

    @Test void what_stands_on_every_page_can_be_skipped() {
        page = chromium.window(jar, Screen.DESKTOP);
        page.navigate("/nowhere/");

        page.keyboard().press("Tab");
        assertTrue((boolean) page.evaluate(SEEN), "the way past the header is seen");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertEquals("Back to the start", page.evaluate("() => document.activeElement.textContent"));
    }

    @Test void a_link_above_the_form_leads_to_the_wrong_field() {
        page = chromium.window(jar, Screen.PHONE);
        page.navigate("/accounts/register/");
        type("#username", "skipping");
        type("#password1", "short");
        type("#password2", "short");
        page.keyboard().press("Enter");
        page.locator(".summary").waitFor();

        press(".summary a[href='#password1']");

        page.locator("#password1:focus").waitFor();
        assertTrue((boolean) page.evaluate(SEEN));
    }

    private void type(String field, String text) {
        reach(field);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    private void choose(String field) {
        reach(field);
        page.keyboard().press("Space");
        page.waitForFunction("field => document.querySelector(field).files.length === 1", field);
    }

    private void press(String button) {
        reach(button);
        page.keyboard().press("Enter");
    }

    /** Goes there by Tab; what has the focus on the way is always seen. */
    private void reach(String wanted) {
        for (int i = 0; i < MOST_TABS; i++) {
            if ((boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", wanted)) return;
            page.keyboard().press("Tab");
            if (!(boolean) page.evaluate("() => document.activeElement === document.body"))
                assertTrue((boolean) page.evaluate(SEEN), "the focus is not seen at "
                    + page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)"));
        }
        throw new AssertionError("the keyboard does not reach " + wanted);
    }
}

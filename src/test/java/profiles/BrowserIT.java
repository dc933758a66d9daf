package profiles;

import static com.microsoft.playwright.options.KeyboardModifier.ALT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.fixture.BrowserTest;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.ViewableSamples;

/** The life of an account, through a window. */
class BrowserIT extends BrowserTest {

    @Test void a_life_on_a_desktop() throws IOException {
        life(chromium.window(jar, Screen.DESKTOP), "ada");
    }

    @Test void a_life_on_a_phone() throws IOException {
        life(chromium.window(jar, Screen.PHONE), "ben");
    }

    @Test void a_life_without_javascript() throws IOException {
        life(chromium.window(jar, Screen.DESKTOP, ColorScheme.LIGHT, false), "cleo");
    }

    private static void life(Page page, String name) throws IOException {
        var pdf = ViewableSamples.pdf("CV of " + name);
        var png = ViewableSamples.png("Exam of " + name);
        register(page, name);
        sees(page, "Welcome!");
        fits(page);

        page.getByLabel("Full name").fill("Zoë " + name + " <Ж>");
        page.getByLabel("About").fill("A line,\nand another: 🎉");
        choose(page, "cv", name + ".pdf", "application/pdf", pdf);
        choose(page, "certificate", name + ".png", "image/png", png);
        press(page, "Save");
        sees(page, "Your profile was saved.");
        assertEquals("Zoë " + name + " <Ж>", page.getByLabel("Full name").inputValue());
        assertEquals("A line,\nand another: 🎉", page.getByLabel("About").inputValue());
        fits(page);

        page.navigate("/profile/");
        fits(page);
        assertArrayEquals(pdf, download(page, name + ".pdf"));
        assertArrayEquals(png, download(page, name + ".png"));

        var jpeg = ViewableSamples.jpeg("Better exam of " + name);
        page.navigate("/profile/edit/");
        choose(page, "certificate", "better-" + name + ".jpg", "image/jpeg", jpeg);
        page.locator("input[name=cv-clear]").check();
        press(page, "Save");
        sees(page, "Your profile was saved.");
        page.navigate("/profile/");
        assertEquals(0, page.getByText(name + ".pdf").count(), "the CV is gone");
        assertArrayEquals(jpeg, download(page, "better-" + name + ".jpg"));

        leaveAndComeBack(page, name);
    }

    private static void leaveAndComeBack(Page page, String name) {
        page.locator("header button", new Page.LocatorOptions().setHasText("Log out")).click();
        sees(page, "You are logged out.");
        fits(page);
        page.navigate("/profile/edit/?from=bookmark");
        at(page, "/accounts/login/?next=%2Fprofile%2Fedit%2F%3Ffrom%3Dbookmark");
        page.getByLabel("User name").fill(name);
        page.getByLabel("Password").fill("wrong horse");
        press(page, "Log in");
        page.locator(".error").waitFor();
        assertEquals(name, page.getByLabel("User name").inputValue());
        page.getByLabel("Password").fill(PASSWORD);
        press(page, "Log in");
        at(page, "/profile/edit/?from=bookmark");
    }

    @Test void an_error_keeps_what_was_typed() {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "eve");

        page.getByLabel("Full name").fill("Eve");
        page.getByLabel("About").fill("Typed with care");
        choose(page, "cv", "cv.pdf", "application/pdf", ViewableSamples.png("no CV"));
        press(page, "Save");

        sees(page, "Nothing was saved yet");
        sees(page, "This is a PNG picture");
        assertEquals("Eve", page.getByLabel("Full name").inputValue());
        assertEquals("Typed with care", page.getByLabel("About").inputValue());
        assertEquals("true", page.locator("input[name=cv]").getAttribute("aria-invalid"));
    }

    /** Another tab of a browser, and another browser, are signed out alike when they should be (ASVS 7.4.1). */
    @Test void the_back_button_shows_nothing_after_a_logout() {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "dan");
        page.navigate("/profile/");

        page.locator("header button", new Page.LocatorOptions().setHasText("Log out")).click();
        sees(page, "You are logged out.");
        page.goBack();

        assertTrue(page.url().contains("/accounts/login/"), page.url());
    }

    /** Chromium keeps what a click with the Alt key leads to, where a plain click shows it. */
    private static byte[] download(Page page, String link) throws IOException {
        var download = page.waitForDownload(() -> page.getByText(link).click(new Locator.ClickOptions().setModifiers(List.of(ALT))));
        return Files.readAllBytes(download.path());
    }
}

package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.Chromium;
import profiles.fixture.Engine;
import profiles.fixture.Jar;
import profiles.fixture.ViewableSamples;

/** The manual's new fields as a browser understands them. */
@Timeout(900)
class AddFieldBrowserIT {

    @Test void the_pattern_holds_the_date_is_picked_and_the_photo_is_seen(@TempDir Path folder) throws Exception {
        try (var chromium = Chromium.start(); var jar = Jar.ready(Recipe.built().jar(), folder, Jar.settings(Engine.SQLITE, folder))) {
            var page = chromium.window(jar, Screen.PHONE);
            register(page);

            // A pattern that JavaScript cannot read would let everything pass, and complain in the console.
            page.getByLabel("Phone").fill("call me");
            assertTrue((Boolean) page.evaluate("() => document.querySelector('#phone').validity.patternMismatch"));
            page.getByLabel("Phone").fill("+44 (20) 7946-0000/1");
            assertTrue((Boolean) page.evaluate("() => document.querySelector('form[enctype]').checkValidity()"));
            page.getByLabel("LinkedIn").fill("www.linkedin.com/in/ada");
            page.getByLabel("Birthday").fill("1815-12-10");
            page.locator("#photo").setInputFiles(new FilePayload("ada.png", "image/png", ViewableSamples.png("Ada")));
            page.locator("#save").click();
            page.getByText("Your profile was saved.").waitFor();
            page.navigate("/profile/");

            page.getByAltText("Photo of ada").waitFor();
            assertEquals(600, page.evaluate("() => document.querySelector('.picture').naturalWidth"));
            assertEquals(160, page.evaluate("() => document.querySelector('.picture').clientWidth"));
            page.getByText("10 December 1815").waitFor();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", "new-fields.png")));
            assertEquals(List.of(), chromium.complaints());
        }
    }

    private static void register(Page page) {
        page.navigate("/accounts/register/");
        page.getByLabel("User name").fill("ada");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("correct horse");
        page.getByLabel("The same password again").fill("correct horse");
        page.locator("main button").click();
        page.waitForURL("**/profile/edit/");
    }
}

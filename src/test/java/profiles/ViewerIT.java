package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import profiles.fixture.BrowserTest;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.ViewableSamples;

/** Documents open in the browser's own viewer, under the policy that we send with them. */
class ViewerIT extends BrowserTest {
    private static final int WHITE = 0xFFFFFF;

    @Test void a_pdf_shows_its_page() throws IOException {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "ada");
        choose(page, "cv", "ada.pdf", "application/pdf", ViewableSamples.pdf("Hello of Ada"));
        press(page, "Save");
        sees(page, "Your profile was saved.");

        assertEquals(200, page.navigate("/media/cvs/ada.pdf").status());

        // The viewer is a world of its own, which only a picture shows: a white sheet where it would be dark without one.
        var deadline = Instant.now().plusSeconds(15);
        while (middle(page) != WHITE) assertTrue(Instant.now().isBefore(deadline), "no page is shown: see target/screenshots/viewer.png");
    }

    @Test void a_picture_shows_itself() {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "ben");
        choose(page, "certificate", "ben.png", "image/png", ViewableSamples.png("Exam of Ben"));
        press(page, "Save");
        sees(page, "Your profile was saved.");

        assertEquals(200, page.navigate("/media/certificates/ben.png").status());

        assertEquals(600, page.evaluate("() => document.images[0].naturalWidth"));
    }

    private static int middle(Page page) throws IOException {
        var shot = page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "viewer.png")));
        var image = ImageIO.read(new ByteArrayInputStream(shot));
        return image.getRGB(image.getWidth() * 5 / 8, image.getHeight() / 2) & WHITE;
    }
}

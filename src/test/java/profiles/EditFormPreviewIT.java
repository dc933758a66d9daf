package profiles;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import profiles.fixture.EditFormTest;
import profiles.fixture.Samples;
import profiles.fixture.ViewableSamples;
import profiles.fixture.Wait;

/** What was chosen can be seen before it is sent, under the policy of the page. */
class EditFormPreviewIT extends EditFormTest {
    private static final int WHITE = 0xFFFFFF;

    @Test void a_picture_is_shown() {
        var page = member("painter");

        choose(page, "certificate", "exam.png", "image/png", ViewableSamples.png("Exam"));

        page.waitForFunction("() => document.querySelector('.chosen img')?.naturalWidth === 600");
        choose(page, "certificate", "exam.png", "image/png", "no picture".getBytes());
        page.waitForFunction("() => !document.querySelector('.chosen img')");
    }

    @Test void a_pdf_shows_its_first_page() {
        var page = member("writer");

        choose(page, "cv", "cv.pdf", "application/pdf", ViewableSamples.pdf("CV"));

        // The viewer is a world of its own, which only a picture shows: a white sheet where it would be dark without one.
        Wait.until("a sheet, see target/screenshots/form-preview.png", () -> middle(page.locator(".chosen iframe")) == WHITE);
    }

    @Test void a_pdf_that_cannot_be_shown_takes_the_focus_from_nobody() {
        var page = member("typing");
        page.getByLabel("About").click();
        page.evaluate("() => addEventListener('blur', () => window.taken = true)");

        choose(page, "cv", "cv.pdf", "application/pdf", Samples.pdf("broken"));

        page.waitForFunction("() => window.taken && document.activeElement.id === 'bio'");
    }

    private static int middle(Locator frame) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(frame.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target", "screenshots", "form-preview.png")))));
            return image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & WHITE;
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}

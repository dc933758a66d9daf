package profiles;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.fixture.EditFormTest;
import profiles.fixture.ViewableSamples;

/** What was chosen can be seen before it is sent, under the policy of the page. */
class EditFormPreviewIT extends EditFormTest {

    @Test void a_picture_is_shown() {
        var page = member("painter");

        choose(page, "certificate", "exam.png", "image/png", ViewableSamples.png("Exam"));

        page.waitForFunction("() => document.querySelector('.chosen img')?.naturalWidth === 600");
        choose(page, "certificate", "exam.png", "image/png", "no picture".getBytes());
        page.waitForFunction("() => document.querySelector('.chosen img')?.height === 0");
    }

    @Test void a_pdf_shows_its_first_page() {
        var page = member("writer");

        choose(page, "cv", "cv.pdf", "application/pdf", ViewableSamples.pdf("CV"));

        showsSheet(page);
    }

    /** The viewer would show an error, or ask for a password, and take the focus to do so. */
    @Test void a_pdf_that_is_broken_or_locked_is_only_named() {
        var page = member("typing");
        var whole = new String(ViewableSamples.pdf("CV"), US_ASCII);

        for (var pdf : List.of(whole.substring(0, whole.length() / 2), whole.replace("/Root", "/Encrypt 6 0 R /Root"), whole)) {
            choose(page, "cv", "cv.pdf", "application/pdf", pdf.getBytes(US_ASCII));
            page.evaluate(
                "async () => { await document.getElementById('cv').files[0].text(); await new Promise(done => setTimeout(done)); }");
            sees(page, "cv.pdf, ");
            assertEquals(pdf.equals(whole) ? 1 : 0, page.locator(".chosen iframe").count());
        }
    }
}

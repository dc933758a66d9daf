package profiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import profiles.fixture.BrowserTest;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.Samples;
import profiles.fixture.ViewableSamples;

/** Files that are two things at once: one that we take, and a page or a script. ASVS 3.2.1, 3.4.4. */
class PolyglotIT extends BrowserTest {
    private static final String PAGE =
        "<html><body><script>document.title = 'it ran'</script><img src=x onerror=\"document.title = 'it ran'\"></body></html>";

    @Test void a_pdf_with_a_page_in_it_runs_nothing() {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "polly");
        upload(page, "cv", "cv.pdf", "application/pdf", Samples.pdf("\n" + PAGE));

        page.navigate("/media/cvs/cv.pdf");

        assertTrue(!page.title().equals("it ran"), "the page ran");
        runsAsNoScript(page, "/media/cvs/cv.pdf");
    }

    /** Readers allow a kilobyte before the start, which may be a script: no browser takes it for one. */
    @Test void a_pdf_with_a_script_before_it_runs_nothing() {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "prefix");
        upload(page, "cv", "before.pdf", "application/pdf", ("window.ran=true;//\n" + new String(Samples.pdf(), ISO_8859_1))
            .getBytes(ISO_8859_1));

        page.navigate("/media/cvs/before.pdf");

        runsAsNoScript(page, "/media/cvs/before.pdf");
    }

    @Test void a_picture_that_is_a_script_and_a_page_runs_nothing() {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "polyglot");
        upload(page, "certificate", "seal.jpg", "image/jpeg", jpeg("*/=window.ran=true;/*" + PAGE));

        page.navigate("/media/certificates/seal.jpg");

        assertEquals(1, page.evaluate("() => document.images.length"), "it is a picture");
        assertTrue(!page.title().equals("it ran"), "the page ran");
        runsAsNoScript(page, "/media/certificates/seal.jpg");
    }

    @Test void what_a_browser_prints_is_taken() {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "printer");

        upload(page, "cv", "printed.pdf", "application/pdf", page.pdf());

        assertEquals(200, page.navigate("/media/cvs/printed.pdf").status());
    }

    /** Our own pages may run scripts of our own origin, where documents are, too. */
    private static void runsAsNoScript(Page page, String path) {
        page.navigate("/profile/");
        var how = page.evaluate("path => new Promise(done => { const script = document.createElement('script'); script.src = path;"
            + " script.onload = () => done('ran'); script.onerror = () => done('refused'); document.body.append(script); })", path);

        assertEquals("refused", how);
        assertEquals(true, page.evaluate("() => window.ran === undefined"));
        assertTrue(chromium.complaints().stream().anyMatch(output -> output.contains("MIME type")), chromium.complaints()::toString);
        chromium.complaints().clear();
    }

    private static void upload(Page page, String field, String name, String type, byte[] bytes) {
        page.navigate("/profile/edit/");
        choose(page, field, name, type, bytes);
        press(page, "Save");
        sees(page, "Your profile was saved.");
    }

    /** With a comment behind its first bytes. */
    private static byte[] jpeg(String comment) {
        var honest = ViewableSamples.jpeg("a seal");
        var file = new ByteArrayOutputStream();
        file.write(honest, 0, 2);
        file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) (comment.length() + 2 >> 8), (byte) (comment.length() + 2)});
        file.writeBytes(comment.getBytes(ISO_8859_1));
        file.write(honest, 2, honest.length - 2);
        return file.toByteArray();
    }
}

package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.EditFormTest;
import profiles.fixture.Samples;
import profiles.fixture.ViewableSamples;

/** The edit form as its script makes it: what is typed and chosen is looked at before it is sent, and stays. */
class EditFormIT extends EditFormTest {

    @ParameterizedTest
    @EnumSource
    void every_state_can_be_read_and_used(Screen screen) {
        open(screen);
        var network = new Network(page);
        register(page, "form." + kind);
        fill("Full name", "Ada Lovelace");
        page.getByLabel("About").fill("Typed");
        choose(page, "cv", "ada.pdf", "application/pdf", ViewableSamples.pdf("CV of Ada"));
        choose(page, "certificate", "exam.png", "image/png", ViewableSamples.png("Exam of Ada"));
        showsSheet(page);
        picture("form-chosen");

        choose(page, "cv", "ada.pdf", "application/pdf", new byte[0]);
        picture("form-unfit");
        choose(page, "cv", "ada.pdf", "application/pdf", ViewableSamples.png("no CV"));
        save(page);
        page.locator("#cv:focus").waitFor();
        picture("form-refused");

        choose(page, "cv", "ada.pdf", "application/pdf", ViewableSamples.pdf("CV of Ada", LARGE));
        network.upload(SLOW / 2);
        save(page);
        sees(page, "25 percent sent");
        picture("form-sending");
        page.locator("#cancel").click();
        sees(page, "Stopped: nothing was saved.");
        picture("form-stopped");
        network.upload(-1);

        run("delete from user_session");
        save(page);
        page.locator("#login-password:focus").waitFor();
        picture("form-login");
        logInAgain(page);
        saved(page);
        picture("form-saved");
    }

    @Test void what_is_wrong_with_a_file_is_told_before_it_is_sent_in_the_services_words() {
        var page = member("checked");
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.method()));

        choose(page, "cv", "cv.pdf", "application/pdf", new byte[0]);
        assertEquals("This file is empty. Choose another one.", page.locator("#cv-error").textContent());
        choose(page, "cv", "cv.PDF", "application/pdf", Samples.pdf(10 * 1024 * 1024 + 1));
        assertEquals("This file is too large. Choose one of at most 10 MB.", page.locator("#cv-error").textContent());
        assertEquals("cv-error cv-hint", page.locator("#cv").getAttribute("aria-describedby"));
        save(page);
        assertEquals("cv", page.evaluate("() => document.activeElement.id"), "the browser leads there");
        assertFalse(asked.contains("POST"), "nothing was sent");

        choose(page, "cv", "cv.txt", "text/plain", Samples.pdf());
        choose(page, "certificate", "exam.jfif", "", Samples.png());
        assertEquals(0, page.locator("#cv-error, #certificate-error").count(), "what a file is, its bytes say");
        save(page);
        saved(page);
        assertTrue(page.locator(".now").first().textContent().contains("cv.txt.pdf") && page.locator(".now").last().textContent()
            .contains("exam.png"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_file_is_dropped_onto_its_field_with_and_without_the_script(boolean scripts, @TempDir Path folder) throws IOException {
        page = chromium.window(jar, Screen.DESKTOP, ColorScheme.LIGHT, scripts);
        register(page, "dropping-" + scripts);
        var file = Files.write(folder.resolve("dropped.pdf"), Samples.pdf());

        drag(page, "#cv", file, "dragEnter", "dragOver");
        assertEquals(scripts, page.locator("#cv.over").count() == 1);
        drop(page, "#cv", file);
        save(page);

        saved(page);
        assertTrue(page.locator(".now").textContent().contains("dropped.pdf"));
    }

    @Test void a_file_that_misses_its_field_does_not_take_the_place_of_the_page(@TempDir Path folder) throws IOException {
        var page = member("missing");
        var file = Files.write(folder.resolve("beside.pdf"), Samples.pdf());
        page.evaluate(
            "() => { for (const kind of ['dragover', 'drop']) addEventListener(kind, event => document.title += ' ' + "
            + "event.defaultPrevented); }");

        drop(page, "h1", file);

        page.waitForFunction("() => document.title.endsWith(' true true')");
        assertEquals("", chosen(page, "cv"));
    }

    @Test void a_file_is_replaced_or_removed_and_either_can_be_taken_back() {
        var page = member("replacing");
        choose(page, "cv", "first.pdf", "application/pdf", Samples.pdf());
        save(page);
        saved(page);

        page.locator("input[name=cv-clear]").check();
        choose(page, "cv", "second.pdf", "application/pdf", Samples.pdf());
        assertFalse(page.locator("input[name=cv-clear]").isChecked(), "to send one is to replace the other");
        page.locator("input[name=cv-clear]").check();
        assertEquals("", chosen(page, "cv"), "to remove it is to send none");
        page.locator("input[name=cv-clear]").uncheck();
        choose(page, "cv", "second.pdf", "application/pdf", Samples.pdf());
        press(page, "Do not send it");
        assertEquals("", chosen(page, "cv"));
        assertFalse(warns(page));

        page.locator("input[name=cv-clear]").check();
        save(page);
        saved(page);
        assertEquals(0, page.locator(".now").count());
    }

    @Test void an_error_of_the_service_changes_only_the_messages() {
        var page = member("unfit");
        page.getByLabel("About").fill("Typed with care");
        choose(page, "cv", "cv.pdf", "application/pdf", ViewableSamples.png("no CV"));
        choose(page, "certificate", "exam.png", "image/png", ViewableSamples.png("Exam"));

        save(page);

        page.locator("#cv:focus").waitFor();
        assertEquals("This is a PNG picture, not a PDF, DOCX or ODT file. Open it, choose Print, and save it as PDF.",
            page.locator("#cv-error").textContent());
        assertEquals("true", page.locator("#cv").getAttribute("aria-invalid"));
        page.locator("[role=alert] a[href='#cv']").waitFor();
        assertEquals("Typed with care", page.getByLabel("About").inputValue());
        assertEquals("exam.png", chosen(page, "certificate"));
        choose(page, "cv", "cv.pdf", "application/pdf", Samples.pdf());
        save(page);
        saved(page);
        assertEquals(2, page.locator(".now").count());
        assertEquals("Typed with care", page.getByLabel("About").inputValue());
    }

    @Test void the_counter_counts_as_the_service_does() {
        var page = member("counting");
        var bio = page.getByLabel("About");
        var counter = page.locator(".counter");

        bio.fill("x\ny 🎉");
        assertEquals("19,995 characters left", counter.textContent());
        assertEquals("", page.locator("#told").textContent(), "nobody needs to hear that");
        bio.fill("🎉".repeat(19_910));
        assertEquals("90 characters left", page.locator("#told").textContent());
        bio.fill("🎉".repeat(20_001));
        assertEquals("1 character too many", counter.textContent());
        assertEquals("Use at most 20,000 characters (this has 20,001).", bio.evaluate("it => it.validationMessage"));
        bio.fill("🎉".repeat(20_000) + "  ");
        assertEquals("0 characters left", counter.textContent());
        save(page);
        saved(page);
    }

    @Test void only_unsaved_work_is_warned_of() {
        var page = member("leaving");

        assertFalse(warns(page));
        page.getByLabel("Full name").fill("Ada");
        assertTrue(warns(page));
        page.getByLabel("Full name").fill("");
        assertFalse(warns(page), "it is as it was");
        choose(page, "cv", "cv.pdf", "application/pdf", Samples.pdf());
        assertTrue(warns(page));
        var asked = new ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        page.getByLabel("Full name").click();
        page.navigate("/profile/");
        assertEquals(List.of("beforeunload"), asked);
    }
}

package profiles;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.PictureTest;
import profiles.fixture.Samples;
import profiles.fixture.ViewableSamples;

/** The edit form as its script makes it: watched, stopped, and never losing anything. */
class EditFormIT extends PictureTest {
    private static final int SLOW = 200_000, LARGE = 3_000_000;

    @ParameterizedTest
    @MethodSource("kinds")
    void every_state_can_be_read_and_used(Screen screen, ColorScheme colours) {
        open(screen, colours);
        register(page, "form." + kind);
        fill("Full name", "Ada Lovelace");
        page.getByLabel("About you").fill("Typed");
        choose(page, "cv", "ada.pdf", "application/pdf", ViewableSamples.pdf("CV of Ada"));
        choose(page, "certificate", "exam.png", "image/png", ViewableSamples.png("Exam of Ada"));
        picture("form-chosen");

        choose(page, "cv", "ada.txt", "text/plain", "text".getBytes());
        picture("form-unfit");

        choose(page, "cv", "ada.pdf", "application/pdf", ViewableSamples.png("no CV"));
        press(page, "Save");
        page.locator("#cv:focus").waitFor();
        refused(422);
        picture("form-refused");

        choose(page, "cv", "ada.pdf", "application/pdf", Samples.pdf(LARGE));
        slow(SLOW);
        press(page, "Save");
        page.getByText("25 percent sent").waitFor();
        picture("form-sending");
        page.locator("#cancel").click();
        sees(page, "Stopped: nothing was saved.");
        picture("form-stopped");
        slow(-1);

        run("delete from user_session");
        press(page, "Save");
        page.locator("#login-password:focus").waitFor();
        refused(401);
        picture("form-login");
        page.locator("#login-password").fill(PASSWORD);
        press(page, "Log in");
        sees(page, "Your profile was saved.");
        picture("form-saved");
    }

    private void slow(int bytesASecond) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesASecond);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
    }

    /** The browser complains of it, rightly. */
    private static void refused(int status) {
        assertTrue(chromium.complaints().removeIf(it -> it.startsWith(status + " ")), () -> status + " is not among " + chromium.complaints());
    }
}

package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.EditFormTest;
import profiles.fixture.Engine;
import profiles.fixture.Jar;
import profiles.fixture.Samples;

/** The edit form when the service refuses for reasons of its own, or goes away and comes back. */
class EditFormTroubleIT extends EditFormTest {

    @Test void the_form_outlives_the_service(@TempDir Path folder) throws IOException {
        var settings = Jar.settings(Engine.SQLITE, folder);
        settings.put("PORT", String.valueOf(freePort()));
        settings.put("MAX_USER_MB", "4");
        Page page;
        Network network;
        try (var own = Jar.ready(folder, settings)) {
            page = chromium.window(own, Screen.PHONE);
            network = new Network(page);
            page.navigate("/accounts/register/");
            page.getByLabel("User name").fill("ada");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
            page.getByLabel("The same password again").fill(PASSWORD);
            press(page, "Register");
            page.waitForURL("**/profile/edit/");
            page.getByLabel("About").fill("Typed with care");
            choose(page, "cv", "cv.pdf", "application/pdf", Samples.pdf(LARGE));
            choose(page, "certificate", "exam.pdf", "application/pdf", Samples.pdf(LARGE));
            save(page);
            page.locator("#cv-error").waitFor();
            sees(page, "With this, the documents would have 5.8 MB together, and they may have 4 MB.");
            page.locator(".chosen button").last().click();
            network.upload(SLOW);
            save(page);
            sees(page, "25 percent sent");
        }

        page.locator("#outcome:focus").waitFor();
        sees(page, "The service cannot be reached, or the connection was lost.");
        chromium.complaints().removeIf(it -> it.contains("net::ERR_"));
        network.upload(-1);
        try (var again = Jar.ready(folder, settings)) {
            save(page);
            saved(page);

            assertEquals("Typed with care", page.getByLabel("About").inputValue());
            sees(page, "2.9 MB");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.EditFormTest;
import profiles.fixture.Engine;
import profiles.fixture.Jar;
import profiles.fixture.Samples;
import profiles.fixture.ViewableSamples;

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

    @Test void a_file_that_is_gone_since_it_was_chosen_is_told_beside_its_field(@TempDir Path folder) throws IOException {
        var page = member("moving");
        var file = Files.write(folder.resolve("moved.pdf"), Samples.pdf());
        page.getByLabel("About").fill("Typed with care");
        page.locator("#cv").setInputFiles(file);
        Files.delete(file);

        save(page);
        page.locator("#cv:focus").waitFor();
        assertEquals("This file was moved or changed. Choose it again.", page.locator("#cv-error").textContent());
        page.locator("#outcome a[href='#cv']").waitFor();
        page.locator("#cv").setInputFiles(Files.write(file, Samples.pdf()));
        save(page);

        saved(page);
        assertEquals("Typed with care", page.getByLabel("About").inputValue());
        sees(page, "moved.pdf");
    }

    /** Of a proxy, say, or of a café's network. */
    @ParameterizedTest
    @CsvSource({"413, This is more than can be sent at once.", "502, The service cannot be reached", "200, The service cannot be reached",
        "409, The service cannot be reached"})
    void an_answer_of_somebody_else_changes_nothing(int status, String told) {
        var page = member("between-" + status);
        page.getByLabel("About").fill("Typed with care");
        page.route("**/profile/edit/", route -> route.fulfill(new Route.FulfillOptions().setStatus(status).setContentType("text/html")
            .setBody("<h1>nginx</h1>")));

        save(page);
        page.locator("#outcome:focus").waitFor();
        sees(page, told);
        assertEquals(0,
            number("select count(*) from profiles_profile where bio <> '' and user_id = (select id from auth_user where username = "
            + "'between-" + status + "')"));
        page.unroute("**/profile/edit/");
        save(page);

        saved(page);
        assertEquals("Typed with care", page.getByLabel("About").inputValue());
    }

    @Test void a_save_without_a_network_can_be_repeated() {
        var page = member("offline");
        page.getByLabel("About").fill("Typed with care");
        choose(page, "cv", "cv.pdf", "application/pdf", Samples.pdf());

        page.context().setOffline(true);
        save(page);
        sees(page, "The service cannot be reached, or the connection was lost.");
        chromium.complaints().removeIf(it -> it.contains("net::ERR_INTERNET_DISCONNECTED"));
        page.context().setOffline(false);
        save(page);

        saved(page);
        assertEquals("Typed with care", page.getByLabel("About").inputValue());
    }

    /** Who sends it was known when it began. */
    @Test void what_is_on_its_way_when_the_session_is_ended_is_saved() {
        var page = member("midway");
        var network = new Network(page);
        page.getByLabel("About").fill("Typed with care");
        choose(page, "cv", "cv.pdf", "application/pdf", Samples.pdf(LARGE));
        network.upload(SLOW);

        save(page);
        sees(page, "25 percent sent");
        run("delete from user_session");
        network.upload(-1);
        page.waitForURL("**/accounts/login/**");
        page.getByLabel("User name").fill("midway");
        page.getByLabel("Password").fill(PASSWORD);
        press(page, "Log in");

        at(page, "/profile/edit/");
        assertEquals("Typed with care", page.getByLabel("About").inputValue());
        sees(page, "cv.pdf");
    }

    @Test void back_after_a_save_shows_what_is_saved_and_saves_again() {
        var page = member("returning");
        page.getByLabel("About").fill("First");
        save(page);
        saved(page);
        page.getByLabel("About").fill("Second");
        save(page);
        saved(page);
        page.navigate("/profile/");

        page.goBack();
        assertEquals("Second", page.getByLabel("About").inputValue());
        page.getByLabel("About").fill("Third");
        save(page);

        saved(page);
        assertEquals("Third", page.getByLabel("About").inputValue());
    }

    @Test void a_name_is_only_a_name() {
        var page = member("naming");
        var name = "<img src=x onerror=alert(1)> \u202Efdp 🎉 سيرة.pdf";

        choose(page, "cv", name, "application/pdf", ViewableSamples.pdf("CV"));
        page.locator(".chosen iframe").waitFor();
        assertEquals(name, page.locator(".chosen bdi").textContent());
        assertEquals(0, page.locator(".chosen img").count());
        save(page);

        saved(page);
        fits(page);
        assertTrue(page.locator(".now").textContent().contains("🎉"), page.locator(".now").textContent());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

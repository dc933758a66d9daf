package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.EditFormTest;
import profiles.fixture.Samples;
import profiles.fixture.ViewableSamples;

/** The edit form when something happens while it is open, or on its way: nothing is lost, and nothing gets where it does not belong. */
class EditFormAwayIT extends EditFormTest {

    @Test void sending_is_told_and_can_be_stopped_by_keyboard() {
        var page = member("stopping");
        var network = new Network(page);
        page.getByLabel("Full name").fill("Ada");
        choose(page, "cv", "cv.pdf", "application/pdf", Samples.pdf(LARGE));
        network.upload(SLOW);

        save(page);
        page.locator("#cancel:focus").waitFor();
        sees(page, "25 percent sent");
        assertTrue(page.locator("#sent").textContent().matches("[\\d.]+ [kM]B of 2\\.9 MB, about \\d+ s left"), page.locator("#sent")
            .textContent());
        assertTrue(warns(page), "to leave now is to stop it");
        page.keyboard().press("Enter");

        page.locator("#outcome:focus").waitFor();
        sees(page, "Stopped: nothing was saved.");
        assertEquals("Ada", page.getByLabel("Full name").inputValue());
        assertEquals("cv.pdf", chosen(page, "cv"));
        assertEquals(0,
            number("select count(*) from profiles_profile where full_name = 'Ada' and user_id = (select id from auth_user where username "
            + "= 'stopping')"));
        network.upload(-1);
        // Chromium may hold the next back for what it still keeps of the one that was stopped.
        page.setDefaultTimeout(60_000);
        save(page);
        saved(page);
        assertFalse(warns(page));
    }

    @Test void a_session_that_has_ended_is_renewed_in_place() {
        var page = member("expired");
        page.getByLabel("Full name").fill("Ada");
        choose(page, "cv", "expired.pdf", "application/pdf", Samples.pdf());
        run("delete from user_session");

        save(page);
        page.locator("#login-password").fill("wrong horse");
        press(page, "Log in");
        sees(page, "The user name or the password is not right.");
        logInAgain(page);

        saved(page);
        assertEquals("Ada", page.getByLabel("Full name").inputValue());
        sees(page, "expired.pdf");
    }

    @Test void a_session_that_has_ended_is_renewed_in_another_tab() {
        var page = member("elsewhere");
        page.getByLabel("Full name").fill("Ada");
        run("delete from user_session");
        save(page);
        press(page, "Not now");
        page.locator("#outcome:focus").waitFor();

        var other = page.context().newPage();
        logIn(other, "elsewhere");
        save(page);

        saved(page);
        assertEquals("Ada", page.getByLabel("Full name").inputValue());
    }

    @Test void whoever_logs_in_meanwhile_gets_nothing_into_the_own_profile() {
        var page = member("opener");
        page.getByLabel("Full name").fill("Ada");
        var other = page.context().newPage();
        page.context().clearCookies();
        register(other, "intruder");

        save(page);
        page.locator("#login-password").waitFor();
        sees(page, "Somebody else is logged in.");
        assertEquals("opener", page.locator("#login-username").inputValue());
        logInAgain(page);

        saved(page);
        assertEquals("Ada", page.getByLabel("Full name").inputValue());
        assertEquals(1,
            number("select count(*) from profiles_profile where full_name = 'Ada' and user_id = (select id from auth_user where username "
            + "= 'opener')"));
        assertEquals(1,
            number("select count(*) from profiles_profile where full_name = '' and user_id = (select id from auth_user where username = "
            + "'intruder')"));
    }

    @Test void of_two_tabs_the_second_is_told_and_may_go_on() {
        var page = member("twice");
        var other = page.context().newPage();
        other.navigate("/profile/edit/");
        other.getByLabel("Full name").fill("Other");
        save(other);
        saved(other);
        page.getByLabel("Full name").fill("Mine");

        save(page);
        sees(page, "This profile was changed in another place");
        assertEquals("Mine", page.getByLabel("Full name").inputValue());
        var seen = page.waitForPopup(() -> page.getByText("See what is saved now").click());
        seen.getByText("Other").waitFor();
        save(page);

        saved(page);
        assertEquals("Mine", page.getByLabel("Full name").inputValue());
    }

    @Test void staff_use_the_same_form() {
        member("helped");
        var page = member("helper");
        run("update auth_user set is_staff = 1 where username = 'helper'");
        page.navigate("/staff/profiles/" + number("select id from auth_user where username = 'helped'") + "/edit/");
        choose(page, "cv", "helped.pdf", "application/pdf", ViewableSamples.png("no CV"));
        save(page);
        page.locator("#cv:focus").waitFor();
        run("delete from user_session");
        choose(page, "cv", "helped.pdf", "application/pdf", Samples.pdf());

        save(page);
        page.locator("#login-password").waitFor();
        logInAgain(page);

        sees(page, "The profile was saved.");
        sees(page, "helped.pdf");
    }

    @Test void without_javascript_a_form_is_sent_again_by_a_reload(@TempDir Path folder) throws IOException {
        var page = chromium.window(jar, Screen.DESKTOP, ColorScheme.LIGHT, false);
        register(page, "unscripted");
        page.getByLabel("Full name").fill("Ada");
        page.locator("#cv").setInputFiles(Files.write(folder.resolve("unscripted.pdf"), Samples.pdf(LARGE)));
        page.context().clearCookies();
        save(page);
        sees(page, "What you typed and chose is not lost");

        var other = page.context().newPage();
        logIn(other, "unscripted");
        page.reload();

        saved(page);
        assertEquals("Ada", page.getByLabel("Full name").inputValue());
        sees(page, "unscripted.pdf");
        sees(page, "2.9 MB");
    }
}

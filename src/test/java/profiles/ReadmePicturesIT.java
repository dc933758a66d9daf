package profiles;

import org.junit.jupiter.api.Test;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.PictureTest;
import profiles.fixture.ViewableSamples;

/** The two pictures of the README, which says how to renew them. */
class ReadmePicturesIT extends PictureTest {

    @Test void a_profile_by_day_and_by_night() {
        open(Screen.DESKTOP);
        register(page, "ada");
        fill("Full name", "Ada Lovelace");
        page.locator("#bio").fill("I wrote the first program, for a machine that was never built.\n\nI also like horses, and translating.");
        choose(page, "cv", "ada-lovelace.pdf", "application/pdf", ViewableSamples.pdf("CV"));
        choose(page, "certificate", "certificate.png", "image/png", ViewableSamples.png("Certificate"));
        press(page, "Save");
        sees(page, "Your profile was saved.");
        picture("readme");

        open(Screen.PHONE);
        page.navigate("/accounts/login/?next=/profile/");
        fill("User name or e-mail", "ada");
        fill("Password", PASSWORD);
        press(page, "Log in");
        sees(page, "Ada Lovelace");
        picture("readme");
    }
}

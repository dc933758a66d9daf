package profiles;

import org.junit.jupiter.api.Test;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.PictureTest;
import profiles.fixture.ViewableSamples;

/** Makes the two pictures of the README. extending.md has the commands that renew them. */
class ReadmePicturesIT extends PictureTest {

    @Test void the_form_of_a_member() {
        open(Screen.DESKTOP);
        register(page, "ada");
        fill("Full name", "Ada Lovelace");
        page.locator("#bio").fill("I wrote the first program, for a machine that was never built.\n\nI also like horses, and translating.");
        choose(page, "cv", "ada-lovelace.pdf", "application/pdf", ViewableSamples.pdf("CV"));
        choose(page, "certificate", "certificate.png", "image/png", ViewableSamples.png("Certificate"));
        press(page, "Save");
        sees(page, "Your profile was saved.");
        picture("readme");
    }

    @Test void the_list_that_staff_see() {
        open(Screen.DESKTOP);
        register(page, "sam.staff");
        run("update auth_user set is_staff = 1 where username = 'sam.staff'");
        member(9001, "grace", "Grace Hopper", "cvs/hopper.pdf", "");
        member(9002, "alan", "Alan Turing", "cvs/turing.pdf", "certificates/turing.png");
        member(9003, "emmy", "Emmy Noether", "", "certificates/noether.png");
        member(9004, "katherine", "Katherine Johnson", "cvs/johnson.pdf", "");

        page.navigate("/staff/profiles/?q=");
        sees(page, "Grace Hopper");

        picture("readme-staff");
    }

    private void member(int id, String username, String name, String cv, String certificate) {
        run("""
            insert into auth_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined)
            values (%d, '!', 0, '%s', '', '', '%s@example.org', 0, 1, '2024-01-02 03:04:05')""".formatted(id, username, username));
        run("insert into profiles_profile (full_name, bio, cv, certificate, user_id) values ('%s', '', '%s', '%s', %d)"
            .formatted(name, cv, certificate, id));
    }
}

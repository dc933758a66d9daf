package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.PictureTest;

/** The list of people as staff see it, in every state. */
class DirectoryIT extends PictureTest {
    private static final String USER =
        "insert into auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) values ",
        PROFILE = "insert into profiles_profile (full_name, bio, cv, certificate, user_id) values ";

    @ParameterizedTest
    @EnumSource
    void people_are_found_and_paged_through(Screen screen) {
        open(screen);
        register(page, "staff." + kind);
        run("update auth_user set is_staff = 1 where username = 'staff." + kind + "'");
        fill();

        page.navigate("/profile/");
        page.locator("header a").getByText("People").click();
        at(page, "/staff/profiles/");
        picture("directory");
        page.locator("a[rel=next]").click();
        page.locator("a[rel=prev]").waitFor();
        picture("directory-second");

        page.getByLabel("Search").fill("zoe " + kind);
        page.getByLabel("Has CV").selectOption("yes");
        page.getByLabel("Order").selectOption("-joined");
        press(page, "Show");
        page.locator(".people li").waitFor();
        assertEquals(1, page.locator(".people li").count());
        assertEquals("-joined", page.getByLabel("Order").inputValue());
        picture("directory-found");

        visit("directory-nobody", "/staff/profiles/?q=nobody+like+this");
        visit("directory-vain", "/staff/profiles/?q=%3F");
        visit("directory-wrong", "/staff/profiles/?cursor=x", 400);
    }

    private void fill() {
        var base = 1_000_000 * (1 + Math.abs(kind.hashCode() % 1000));
        for (int i = 0; i < 60; i++) {
            var id = base + i;
            var name = i == 7 ? "Zoë " + kind : i == 8 ? "w".repeat(120) : i == 9 ? "" : "Жанна Müller-Lüdenscheidt " + i;
            run(USER.replace("(password", "(id, password") + "(" + id + ", '!', 0, 'user." + kind + i + "', '', '', 'a.rather.long.address."
                + i + "@mail.example.org', 0, "
                + (i % 5 == 0 ? 0 : 1) + ", '2024-01-02 03:04:05')");
            run(PROFILE + "('" + name + "', '', '" + (i % 2 == 1 ? "cvs/" + kind + i + ".pdf" : "") + "', '"
                + (i % 3 == 0 ? "certificates/" + kind + i + ".png" : "") + "', " + id + ")");
        }
    }
}

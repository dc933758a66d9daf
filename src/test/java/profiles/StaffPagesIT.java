package profiles;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.PictureTest;
import profiles.fixture.Samples;

/** A member's page as staff and superusers see it, in every state. */
class StaffPagesIT extends PictureTest {

    @ParameterizedTest
    @EnumSource
    void a_members_page(Screen screen) {
        open(screen);

        member("w".repeat(45) + kind);
        member("hedy." + kind);
        fill("Full name", "Hedy Lamarr");
        page.getByLabel("About").fill("Film and frequency hopping.\nBorn in Vienna.");
        choose(page, "cv", "hedy " + kind + " long name of a file with several words.pdf", "application/pdf", Samples.pdf());
        press(page, "Save");
        sees(page, "Your profile was saved.");
        member("boss." + kind);
        run("update auth_user set is_staff = 1 where username = 'boss." + kind + "'");
        asStaff();
        run("update auth_user set is_superuser = 1 where username = 'boss." + kind + "'");
        asSuperuser();
    }

    private void member(String username) {
        page.context().clearCookies();
        register(page, username);
    }

    private void asStaff() {
        visit("staff-member-empty", home("w".repeat(45) + kind));
        visit("staff-member", home("hedy." + kind));
        visit("staff-own", home("boss." + kind));
        visit("staff-edit", home("hedy." + kind) + "edit/");
        fill("Full name", "x".repeat(250));
        press(page, "Save");
        sees(page, "The profile was saved.");
        picture("staff-saved");
    }

    private void asSuperuser() {
        visit("superuser-member", home("hedy." + kind));
        fill("Your own password", "wrong horse");
        press(page, "Make a superuser");
        page.locator("#password-error").waitFor();
        picture("superuser-wrong-password");
        fill("Your own password", PASSWORD);
        press(page, "Make a superuser");
        sees(page, "is a superuser now");
        picture("superuser-made");
        fill("Your own password", PASSWORD);
        press(page, "Remove as superuser");
        sees(page, "The member is not a superuser any more.");
        for (var button : new String[] {"Log out everywhere", "Deactivate"}) page.locator("main button", exactly(button)).click();
        sees(page, "The account is deactivated");
        picture("staff-deactivated");
        page.locator("main button", exactly("Activate")).click();
        sees(page, "The account is active again.");
        page.navigate(home("hedy." + kind));
        picture("superuser-history");
    }

    private static Page.LocatorOptions exactly(String button) {
        return new Page.LocatorOptions().setHasText(Pattern.compile("^" + button + "$"));
    }

    private static String home(String username) {
        return "/staff/profiles/" + number("select id from auth_user where username = '" + username + "'") + "/";
    }
}

package profiles;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.PictureTest;

/** What steers an account: e-mail, password, devices, tokens, leaving, in every state. */
class AccountPagesIT extends PictureTest {

    @ParameterizedTest
    @EnumSource
    void pages_of_an_account(Screen screen) {
        open(screen);

        register(page, "m".repeat(45) + kind);
        visit("account-long", "/accounts/");
        visit("profile-long-name", "/profile/");
        visit("delete-long", "/accounts/delete/");
        page.context().clearCookies();
        register(page, "grace." + kind);
        visit("account", "/accounts/");
        email("grace." + kind + "@example.org");
        sessions();
        tokens();
        password("grace." + kind + "@example.org");
        leave();
    }

    private void email(String address) {
        visit("email-unconfirmed", "/accounts/email/");
        page.getByLabel("E-mail").fill("nobody@nowhere");
        fill("Your password", PASSWORD);
        press(page, "Mail me a link");
        page.locator(".error").first().waitFor();
        picture("email-wrong");
        mail(address);
        picture("email-mailed");
        visit("confirm", mailed(address, "/accounts/email/confirm/"));
        press(page, "Confirm");
        picture("email-confirmed");
    }

    private void mail(String address) {
        page.getByLabel("E-mail").fill(address);
        fill("Your password", PASSWORD);
        press(page, "Mail me a link");
        sees(page, "is on its way");
    }

    private void sessions() {
        visit("sessions-one", "/accounts/sessions/");
        page.context().clearCookies();
        logIn();
        visit("sessions", "/accounts/sessions/");
        page.locator("main .list button").first().click();
        sees(page, "is logged out");
        picture("sessions-ended");
    }

    private void tokens() {
        visit("tokens-empty", "/accounts/tokens/");
        visit("token-new", "/accounts/tokens/new/");
        fill("Name", "Backup");
        page.getByLabel("Days").fill("ten");
        press(page, "Make the token");
        page.locator(".error").first().waitFor();
        picture("token-wrong");
        token("Backup on my server", "90");
        picture("token-made");
        token("n".repeat(100), "");
        token("Last summer", "1");
        run("update user_token set expires = created where name = 'Last summer'");
        visit("tokens", "/accounts/tokens/");
    }

    private void token(String name, String days) {
        page.navigate("/accounts/tokens/new/");
        fill("Name", name);
        page.getByLabel("Days").fill(days);
        press(page, "Make the token");
        sees(page, "only this once");
    }

    private void password(String address) {
        visit("password", "/accounts/password_change/");
        fill("Your current password", "wrong horse");
        fill("New password", "short");
        fill("The same password again", "other");
        press(page, "Change");
        page.locator(".error").first().waitFor();
        picture("password-wrong");
        page.context().clearCookies();
        page.navigate("/accounts/password_reset/");
        page.getByLabel("E-mail").fill(address);
        press(page, "Mail me a link");
        visit("reset", mailed(address, "/accounts/reset/"));
        logIn();
    }

    private void leave() {
        visit("delete", "/accounts/delete/");
        fill("Your password", "wrong horse");
        press(page, "Delete");
        page.locator(".error").first().waitFor();
        picture("delete-wrong");
        fill("Your password", PASSWORD);
        press(page, "Delete");
        picture("farewell");
    }

    private void logIn() {
        page.navigate("/accounts/login/");
        page.getByLabel("User name").fill("grace." + kind);
        page.getByLabel("Password").fill(PASSWORD);
        press(page, "Log in");
        at(page, "/profile/");
    }
}

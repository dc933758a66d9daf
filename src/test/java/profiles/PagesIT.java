package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.PictureTest;
import profiles.fixture.ViewableSamples;

/** What a guest sees, and what a member makes of the profile, in every state. */
class PagesIT extends PictureTest {
    private static final Map<String, String> OF_MEMBERS = Map.of("profile", "/profile/", "edit", "/profile/edit/");
    private static final int TRIES = 5;

    @ParameterizedTest
    @EnumSource
    void pages_of_a_guest(Screen screen) {
        open(screen);

        visit("register", "/accounts/register/");
        failToRegister();
        visit("login", "/accounts/login/");
        failToLogIn();
        visit("forgot", "/accounts/password_reset/");
        page.getByLabel("E-mail").fill("nobody-" + kind + "@example.org");
        press(page, "Mail me a link");
        picture("forgot-mailed");
        visit("link-dead", "/accounts/reset/1/used-already/", 410);
        visit("not-found", "/nowhere/", 404);
    }

    @ParameterizedTest
    @EnumSource
    void pages_of_a_profile(Screen screen) {
        open(screen);

        register(page, "ada.lovelace-" + kind);
        picture("edit-welcome");
        OF_MEMBERS.forEach((name, path) -> visit(name + "-empty", path));
        save("Ada Lovelace", "I wrote the first program, for a machine that was never built.\n\nI also like horses, and translating.",
            "ada-lovelace.pdf", ViewableSamples.pdf("CV"), "certificate.png");
        picture("edit-saved");
        OF_MEMBERS.forEach(this::visit);
        save("x".repeat(255), "https://example.org/" + "y".repeat(300), "z".repeat(80) + ".pdf", ViewableSamples.pdf("CV"),
            "w".repeat(80) + ".png");
        OF_MEMBERS.forEach((name, path) -> visit(name + "-long", path));
        save("Ada", "Typed", "cv.pdf", ViewableSamples.png("no CV"), "certificate.png");
        picture("edit-wrong");
        save("نور الدين محمود", "أنا كاتبة.\n山田太郎と申します。よろしくお願いします。", "السيرة الذاتية.pdf", ViewableSamples.pdf("CV"), "証明書.png");
        visit("edit-scripts", "/profile/edit/");
        assertEquals("rtl", page.locator("#bio").evaluate("it => getComputedStyle(it).direction"));
        visit("profile-scripts", "/profile/");
        assertEquals("rtl", page.locator(".profile dd", new Page.LocatorOptions().setHasText("أنا"))
            .evaluate("it => getComputedStyle(it).direction"));
        visit("not-found-member", "/nowhere/", 404);
        visit("forbidden", "/staff/profiles/", 403);
    }

    private void failToRegister() {
        fill("User name", "not a name!");
        fill("Password", "short");
        fill("The same password again", "other");
        press(page, "Register");
        sees(page, "Use only letters");
        assertEquals("Error: Register · Profiles", page.title());
        page.locator("#username:focus").waitFor();
        assertEquals("username-error username-hint", page.locator("#username").getAttribute("aria-describedby"));
        picture("register-wrong");
    }

    private void failToLogIn() {
        for (int i = 0; i <= TRIES; i++) {
            page.getByLabel("User name").fill("nobody-" + kind);
            page.getByLabel("Password").fill("wrong horse");
            press(page, "Log in");
            page.locator(".error").waitFor();
            if (i == 0) picture("login-wrong");
        }
        sees(page, "Please wait");
        picture("login-too-often");
    }

    private void save(String name, String bio, String cv, byte[] bytes, String certificate) {
        page.navigate("/profile/edit/");
        page.getByLabel("Full name").fill(name);
        page.getByLabel("About").fill(bio);
        choose(page, "cv", cv, "application/pdf", bytes);
        choose(page, "certificate", certificate, "image/png", ViewableSamples.png("Certificate"));
        press(page, "Save");
        page.locator(".message, .summary:not(:empty)").waitFor();
    }
}

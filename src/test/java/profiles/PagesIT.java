package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import profiles.fixture.BrowserTest;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.ViewableSamples;

/** Every page in every state, on a phone and on a desktop, by day and by night; pictures of all of them are in target/screenshots. */
class PagesIT extends BrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Map<String, String> OF_GUESTS = Map.of("register", "/accounts/register/", "login", "/accounts/login/");
    private static final Map<String, String> OF_MEMBERS = Map.of("profile", "/profile/", "edit", "/profile/edit/");

    private Page page;
    private String kind;

    static Stream<Arguments> kinds() {
        return Stream.of(Arguments.of(Screen.DESKTOP, ColorScheme.LIGHT, "ada"), Arguments.of(Screen.DESKTOP, ColorScheme.DARK, "ben"),
            Arguments.of(Screen.PHONE, ColorScheme.LIGHT, "cleopatra.the.seventh"), Arguments.of(Screen.PHONE, ColorScheme.DARK, "dan"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pages_fit_and_nothing_complains(Screen screen, ColorScheme colours, String username) {
        page = chromium.window(jar, screen, colours, true);
        kind = (screen + "-" + colours).toLowerCase(Locale.ROOT);

        OF_GUESTS.forEach(this::visit);
        failToRegister();
        failToLogIn();
        register(page, username);
        picture("edit-welcome");
        OF_MEMBERS.forEach((name, path) -> visit(name + "-empty", path));
        save("Ada Lovelace", "I wrote the first program, for a machine that was never built.\n\nI also like horses, and translating.",
            "ada-lovelace.pdf", ViewableSamples.pdf("CV"), "certificate.png");
        picture("edit-saved");
        OF_MEMBERS.forEach(this::visit);
        save("x".repeat(255), "https://example.org/" + "y".repeat(300), "z".repeat(80) + ".pdf", ViewableSamples.pdf("CV"), "w".repeat(80) + ".png");
        OF_MEMBERS.forEach((name, path) -> visit(name + "-long", path));
        save("Ada", "Typed", "cv.pdf", ViewableSamples.png("no CV"), "certificate.png");
        picture("edit-wrong");
        assertEquals(404, page.navigate("/nowhere/").status());
        picture("not-found");
    }

    private void visit(String name, String path) {
        assertEquals(200, page.navigate(path).status());
        picture(name);
    }

    private void failToRegister() {
        page.navigate("/accounts/register/");
        page.getByLabel("User name").fill("not a name!");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("short");
        page.getByLabel("The same password again").fill("other");
        press(page, "Register");
        sees(page, "Use only letters");
        picture("register-wrong");
    }

    private void failToLogIn() {
        page.navigate("/accounts/login/");
        page.getByLabel("User name").fill("nobody");
        page.getByLabel("Password").fill("wrong horse");
        press(page, "Log in");
        page.locator(".error").waitFor();
        picture("login-wrong");
    }

    private void save(String name, String bio, String cv, byte[] bytes, String certificate) {
        page.navigate("/profile/edit/");
        page.getByLabel("Full name").fill(name);
        page.getByLabel("About you").fill(bio);
        choose(page, "cv", cv, "application/pdf", bytes);
        choose(page, "certificate", certificate, "image/png", ViewableSamples.png("Certificate"));
        press(page, "Save");
        page.locator(".message, p.error").waitFor();
    }

    private void picture(String name) {
        fits(page);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setCaret(ScreenshotCaret.INITIAL).setPath(PICTURES.resolve(name + "-" + kind + ".png")));
    }
}

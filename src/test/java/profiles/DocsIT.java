package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import profiles.fixture.BrowserTest;
import profiles.fixture.Chromium.Screen;

/**
 * The page that shows the API's document, under our own Content-Security-Policy: the fixture fails when the browser complains of anything.
 */
class DocsIT extends BrowserTest {

    @Test void it_shows_every_operation() {
        var page = chromium.window(jar, Screen.DESKTOP);

        page.navigate("/api/docs/");
        page.locator(".opblock").first().waitFor();

        var told = page.evaluate(
            "async () => Object.values((await (await fetch('/api/openapi.json')).json()).paths).flatMap(Object.keys).length");
        assertEquals(told, page.locator(".opblock").count());
        assertTrue(page.locator("#operations-profile-patchApiProfile").isVisible());
    }

    @Test void it_shows_what_a_form_takes_and_what_comes_back() {
        var page = chromium.window(jar, Screen.DESKTOP);

        page.navigate("/api/docs/");
        var patch = opened(page, "#operations-profile-patchApiProfile");

        patch.getByText("If-Match").first().waitFor();
        patch.locator(".body-param-content-type select").selectOption("multipart/form-data");
        patch.getByText("cv-clear").first().waitFor();
        patch.locator(".response[data-code='412']").waitFor();
    }

    @Test void who_is_logged_in_can_try_it_out() {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "trier");

        page.navigate("/api/docs/");
        var get = opened(page, "#operations-profile-getApiProfile");
        get.locator(".try-out__btn").click();
        get.locator("button.execute").click();

        get.locator(".live-responses-table").getByText("trier@example.org").first().waitFor();
    }

    @Test void it_can_be_tried_with_a_change_and_a_file_too() {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "changer");

        page.navigate("/api/docs/");
        var patch = opened(page, "#operations-profile-patchApiProfile");
        patch.locator(".body-param-content-type select").selectOption("application/json");
        patch.locator(".try-out__btn").click();
        patch.locator("textarea.body-param__text").fill("{\"full_name\": \"Ada\"}");
        patch.locator("button.execute").click();

        patch.locator(".live-responses-table").getByText("\"Ada\"").first().waitFor();
    }

    @Test void who_makes_a_token_is_led_to_it() {
        var page = chromium.window(jar, Screen.DESKTOP);
        register(page, "maker");

        page.navigate("/accounts/tokens/");
        page.locator("main a[href='/api/docs/']").click();

        at(page, "/api/docs/");
    }

    private static Locator opened(Page page, String operation) {
        var block = page.locator(operation);
        block.locator(".opblock-summary-control").click();
        return block;
    }
}

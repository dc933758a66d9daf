package profiles.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Service;
import profiles.fixture.SqliteServiceTest;

/** ASVS 3.5.1: another site cannot make a visitor's browser do anything here. */
class CsrfFilterTest extends SqliteServiceTest {
    private static final String FORM = "application/x-www-form-urlencoded", JSON = "application/json";

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "SAME-ORIGIN", "nonsense"})
    void a_browser_that_comes_from_elsewhere_is_refused(String site) {
        var page = browser.send("POST", "/accounts/login/", FORM, "username=a", "Sec-Fetch-Site", site);
        var json = program.send("POST", "/accounts/login/", JSON, "{}", "Sec-Fetch-Site", site);

        refused(page);
        refused(json);
        assertEquals(403, json.json().get("status").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void a_browser_that_comes_from_here_or_from_its_address_bar_is_heard(String site) {
        assertEquals(422, browser.send("POST", "/accounts/login/", FORM, "username=a", "Sec-Fetch-Site", site).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "https://127.0.0.1", "http://127.0.0.1", "null", "", "127.0.0.1", "http://127.0.0.1:1",
        "http://[", "a b",
        "http://evil.example#", "http://user@127.0.0.1"})
    void an_old_browser_from_elsewhere_is_refused(String origin) {
        refused(program.send("POST", "/accounts/login/", JSON, "{}", "Origin", origin));
        refused(program.send("POST", "/accounts/login/", JSON, "{}", "Origin", origin + ":" + service.port() + ".evil.example"));
    }

    @Test void an_old_browser_from_here_is_heard() {
        heard(program.send("POST", "/accounts/login/", JSON, "{}", "Origin", "http://127.0.0.1:" + service.port()), "the host itself");
    }

    @Test void who_says_neither_is_no_browser_and_is_heard() {
        assertEquals(422, program.send("POST", "/accounts/login/", JSON, "{}").status());
    }

    @Test void the_newer_header_outweighs_the_older_one() {
        refused(program.send("POST", "/accounts/login/", JSON, "{}", "Sec-Fetch-Site", "cross-site", "Origin",
            "http://127.0.0.1:" + service.port()));
    }

    @Test void every_method_that_changes_something_is_asked() {
        program.register("methods");

        for (var method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            refused(program.send(method, "/api/profile/", JSON, "{\"full_name\":\"Mallory\"}", "Sec-Fetch-Site", "cross-site"));
        }
        assertFalse(program.get("/api/profile/").contains("Mallory"));
    }

    @Test void a_link_from_elsewhere_may_be_followed() {
        assertEquals(200, browser.get("/accounts/login/", "Sec-Fetch-Site", "cross-site").status());
    }

    @Test void naming_another_method_opens_no_back_door() {
        program.register("override");
        for (var claimed : new String[] {"GET", "HEAD", "OPTIONS", "TRACE", "NONSENSE"}) {
            refused(program.send("PUT", "/api/profile/", JSON, "{\"full_name\":\"Mallory\"}", "X-HTTP-Method-Override", claimed,
                "Sec-Fetch-Site", "cross-site"));
        }

        refused(program.get("/accounts/logout/", "X-HTTP-Method-Override", "POST", "Sec-Fetch-Site", "cross-site"));

        assertFalse(program.get("/api/profile/").contains("Mallory"));
        assertEquals(200, program.get("/profile/").status());
    }

    @Test void behind_a_proxy_the_visitors_address_counts() {
        try (var proxied = Service.on(engine, Map.of("BASE_URL", "https://profiles.example.org"))) {
            var visitor = proxied.program();

            heard(visitor.send("POST", "/accounts/login/", JSON, "{}", "Origin", "https://profiles.example.org"), "the base URL");
            refused(visitor.send("POST", "/accounts/login/", JSON, "{}", "Origin", "https://profiles.example.org.evil.example"));
            refused(visitor.send("POST", "/accounts/login/", JSON, "{}", "Origin", "http://profiles.example.org"));
            refused(visitor.send("POST", "/accounts/login/", JSON, "{}", "Origin", "https://example.org"));
        }
    }

    private static void refused(Answer answer) {
        assertEquals(403, answer.status(), answer::toString);
    }

    private static void heard(Answer answer, String who) {
        assertEquals(422, answer.status(), who);
    }
}

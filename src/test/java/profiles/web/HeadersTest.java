package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Service;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wire;

class HeadersTest extends SqliteServiceTest {

    @Test void every_answer_tells_browsers_to_be_careful() {
        browser.register("careful");

        for (var answer : new Answer[] {browser.get("/profile/"), program.get("/profile/"), browser.get("/nothing"),
            browser.get("/static/profiles.css"),
            browser.post("/accounts/register/", "username", ""), browser.post("/profile/", "a", "b"), service.browser().get("/profile/")}) {
            var policy = answer.header("Content-Security-Policy"); // ASVS 3.4.3
            assertTrue(policy.startsWith("default-src 'none';"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), policy); // ASVS 3.4.6
            assertTrue(policy.contains("base-uri 'none'"), policy);
            assertEquals("nosniff", answer.header("X-Content-Type-Options")); // ASVS 3.4.4
            assertEquals("DENY", answer.header("X-Frame-Options"));
            assertEquals("same-origin", answer.header("Referrer-Policy")); // ASVS 3.4.5
            assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy")); // ASVS 3.4.8
            assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy"));
            assertNull(answer.header("Server"));
            assertNull(answer.header("X-Powered-By"));
            assertNull(answer.header("Access-Control-Allow-Origin")); // ASVS 3.4.2
        }
    }

    @Test void only_the_form_may_show_what_its_script_has_made() {
        browser.register("previews");

        for (var page : new Answer[] {browser.get("/profile/edit/"), browser.post("/profile/edit/", "full_name", "n".repeat(256))}) {
            var policy = page.header("Content-Security-Policy");
            assertTrue(policy.contains("img-src 'self' blob: data:;") && policy.endsWith("; frame-src blob:"), policy);
            assertTrue(policy.startsWith("default-src 'none';") && policy.contains("script-src 'self';") && !policy.contains("unsafe"),
                policy);
        }
        for (var path : new String[] {"/profile/", "/accounts/login/"})
            assertFalse(browser.get(path).header("Content-Security-Policy").contains("blob:"), path);
    }

    @Test void pages_are_not_kept_by_caches() { // ASVS 14.3.2
        browser.register("uncached");

        assertEquals("no-store", browser.get("/profile/").header("Cache-Control"));
        assertEquals("no-store", program.get("/api/profile/").header("Cache-Control"));
        assertEquals("no-cache", browser.get("/static/profiles.css").header("Cache-Control"));
    }

    /** What tells a page's length to who listens must not be steered by another site (BREACH). */
    @Test void a_page_that_another_site_makes_a_browser_ask_for_is_not_compressed() {
        for (var site : new String[] {"same-origin", "none"})
            assertEquals("gzip", browser.bytes("GET", "/accounts/register/", "Accept-Encoding", "gzip", "Sec-Fetch-Site", site).headers()
                .firstValue("Content-Encoding").orElse(""));
        for (var site : new String[] {"cross-site", "same-site"})
            assertEquals("", browser.bytes("GET", "/accounts/register/", "Accept-Encoding", "gzip", "Sec-Fetch-Site", site).headers()
                .firstValue("Content-Encoding").orElse(""));
    }

    @Test void pages_hold_no_script_or_style_that_the_policy_would_stop() {
        browser.register("inline");

        for (var path : new String[] {"/profile/", "/profile/edit/", "/nothing"}) {
            var page = browser.get(path).body();
            assertFalse(page.matches("(?is).*(<style|<script(?![^>]*src=)|\\sstyle=|\\son[a-z]+=|javascript:).*"), path);
        }
    }

    @Test void without_https_the_session_is_a_plain_cookie_that_scripts_cannot_read() {
        var cookie = browser.post("/accounts/register/", "username", "plain", "password1", "correct horse", "password2", "correct horse")
            .headers("Set-Cookie").stream().filter(set -> set.startsWith("session=")).findFirst().orElseThrow();

        assertTrue(cookie.contains("HttpOnly"), cookie); // ASVS 3.3.4
        assertTrue(cookie.contains("SameSite=Lax"), cookie); // ASVS 3.3.2
        assertTrue(cookie.contains("Path=/"), cookie);
        assertFalse(cookie.contains("Domain"), cookie);
        assertFalse(cookie.contains("Secure"), cookie);
        assertNull(browser.get("/profile/").header("Strict-Transport-Security"));
    }

    @Test void over_https_browsers_are_told_to_stay_there() {
        try (var secure = Service.on(engine, Map.of("BASE_URL", "https://profiles.example.org")); var wire = new Wire(secure)) {
            var answer = secure.program().send("POST", "/accounts/register/", "application/json",
                "{\"username\":\"safe\",\"password1\":\"correct horse\",\"password2\":\"correct horse\"}");
            var refusedEarly = wire.head("GET /..%2F", "Connection: close").answer();

            var cookie = answer.headers("Set-Cookie").get(0);
            assertTrue(cookie.startsWith("__Host-session="), cookie); // ASVS 3.3.3
            // ASVS 3.3.1
            assertTrue(cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("Path=/") && !cookie.contains("Domain"),
            cookie);
            assertNotNull(answer.header("Strict-Transport-Security")); // ASVS 3.4.1
            assertTrue(refusedEarly.contains("Strict-Transport-Security"), refusedEarly);
        }
    }

    @Test void over_https_messages_travel_securely_too() { // ASVS 3.3.1
        try (var secure = Service.on(engine, Map.of("BASE_URL", "https://profiles.example.org"))) {
            var answer = secure.browser().post("/accounts/register/", "username", "safe", "password1", "correct horse", "password2",
                "correct horse");

            assertEquals(3, answer.headers("Set-Cookie").size());
            for (var cookie : answer.headers("Set-Cookie")) assertTrue(cookie.contains("Secure"), cookie);
        }
    }
}

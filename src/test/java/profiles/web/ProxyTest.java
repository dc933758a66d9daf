package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.fixture.Aside;
import profiles.fixture.Form;
import profiles.fixture.Service;
import profiles.fixture.SqliteServiceTest;
import profiles.net.CidrBlock;

// ASVS 4.1.3 and 15.3.4: what a proxy says counts, and what a visitor says in its place does not.
class ProxyTest extends SqliteServiceTest {
    private static final ClientAddress BEHIND_LOOPBACK = new ClientAddress(List.of(CidrBlock.parse("127.0.0.0/8")));

    @Test void over_https_up_to_a_trusted_proxy_the_cookie_is_for_https_alone() {
        try (var proxied = Service.on(engine, Map.of("TRUSTED_PROXIES", "127.0.0.1"))) {
            proxied.program().register("far");

            var answer = proxied.browser().send("POST", "/accounts/login/", "application/json",
                "{\"username\":\"far\",\"password\":\"correct horse\"}",
                "X-Forwarded-Proto", "https");

            var cookie = answer.header("Set-Cookie");
            assertTrue(cookie.startsWith("__Host-session=") && cookie.contains("; Secure"), cookie);
            assertNotNull(answer.header("Strict-Transport-Security"));
        }
    }

    @Test void a_visitor_cannot_say_himself_that_he_came_by_https() {
        program.register("near");
        program.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", "%PDF-1.7\n%%EOF".getBytes()));

        var answer = program.get("/api/profile/", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example");

        assertEquals(200, answer.status());
        assertNull(answer.header("Strict-Transport-Security"));
        assertFalse(answer.contains("https://") || answer.contains("evil.example"), answer.body());
    }

    @Test void addresses_of_our_files_are_of_the_scheme_that_the_proxy_tells() {
        try (var proxied = Service.on(engine, Map.of("TRUSTED_PROXIES", "127.0.0.1"))) {
            var owner = proxied.program().register("owner");
            owner.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", "%PDF-1.7\n%%EOF".getBytes()));

            var answer = owner.get("/api/profile/", "X-Forwarded-Proto", "https", "Cookie", "__Host-session=" + owner.cookie("session"));

            assertTrue(answer.contains("\"https://"), answer.body());
        }
    }

    @Test void a_header_that_comes_twice_is_one_list() {
        assertEquals("203.0.113.9", Aside.handle(ctx -> ctx.result(BEHIND_LOOPBACK.of(ctx).text()),
            "X-Forwarded-For", "6.6.6.6, 203.0.113.9", "X-Forwarded-For", "127.0.0.2"));
    }

    @Test void of_several_schemes_the_nearest_proxys_counts_and_nonsense_does_not() {
        assertEquals("http", Aside.handle(ctx -> ctx.result(BEHIND_LOOPBACK.scheme(ctx)), "X-Forwarded-Proto", "https, http"));
        assertEquals("https", Aside.handle(ctx -> ctx.result(BEHIND_LOOPBACK.scheme(ctx)), "X-Forwarded-Proto", "HTTPS"));
        assertEquals("http", Aside.handle(ctx -> ctx.result(BEHIND_LOOPBACK.scheme(ctx)), "X-Forwarded-Proto", "javascript"));
    }
}

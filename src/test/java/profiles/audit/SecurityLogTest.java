package profiles.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.account.query.QUser;
import profiles.fixture.Client;
import profiles.fixture.Log;
import profiles.fixture.Service;
import profiles.fixture.SqliteServiceTest;

/** What is refused, and passwords that are sent with each request, are told in the log (ASVS 16.3.2, 16.3.3). */
class SecurityLogTest extends SqliteServiceTest {

    @Test void a_member_who_asks_for_what_is_staffs_or_anothers_is_told() {
        for (var client : List.of(browser, program)) {
            var name = client == browser ? "nosy" : "nosybot";
            client.register(name);
            try (var log = new Log("profiles.audit")) {
                assertEquals(403, client.get("/staff/profiles/").status());
                assertEquals(404, client.get("/media/cvs/anothers.pdf").status());

                assertEquals(List.of("INFO ACCESS_REFUSED user=\"" + name + "\" id=" + id(name)
                    + " from=127.0.0.1 method=GET route=/staff/profiles/",
                    "INFO DOCUMENT_REFUSED user=\"" + name + "\" id=" + id(name)
                    + " from=127.0.0.1 method=GET document=\"cvs/anothers.pdf\""), log.lines());
            }
        }
    }

    @Test void a_request_from_another_site_is_told() {
        browser.register("lured");
        try (var log = new Log("profiles.audit")) {
            assertEquals(403, browser.send("POST", "/accounts/logout/", "application/x-www-form-urlencoded", "", "Sec-Fetch-Site",
                "cross-site").status());

            assertTrue(log.contains("INFO CROSS_SITE_REFUSED "), log::toString);
            assertTrue(log.contains(" from=127.0.0.1 method=POST route="), log::toString);
        }
    }

    @Test void a_dead_link_is_told_without_its_token() {
        try (var log = new Log("profiles.audit")) {
            browser.get("/accounts/reset/1/" + "x".repeat(43) + "/");

            assertEquals(List.of("INFO LINK_REFUSED from=127.0.0.1 method=GET route=/accounts/reset/{uid}/{token}/"), log.lines());
        }
    }

    @Test void a_dead_token_and_a_right_password_in_a_header_are_told() {
        program.register("basic");
        try (var log = new Log("profiles.audit")) {
            service.program().get("/api/profile/", "Authorization", "Bearer prf_" + "x".repeat(43));
            service.program().get("/api/profile/", "Authorization", basic("basic:correct horse"));

            assertEquals(List.of("INFO TOKEN_REFUSED from=127.0.0.1 method=GET route=/api/profile/",
                "INFO SIGNED_IN_BY_BASIC user=\"basic\" id=" + id("basic") + " from=127.0.0.1 method=GET route=/api/profile/"),
                log.lines());
        }
    }

    @Test void a_flood_is_ten_lines_and_one_that_counts_the_rest() {
        try (var own = Service.on(engine); var log = new Log("profiles.audit")) {
            Client guest = own.program();
            for (int i = 0; i < 25; i++) guest.get("/accounts/reset/1/" + "x".repeat(43) + "/");
            assertEquals(10, log.lines().size());

            own.clock().forward(Duration.ofHours(1));
            guest.get("/accounts/reset/1/" + "x".repeat(43) + "/");

            assertEquals("INFO LINK_REFUSED from=127.0.0.1: 15 more within the hour", log.lines().get(10));
            assertEquals(12, log.lines().size());
        }
    }

    private static int id(String username) {
        return new QUser(service.db()).username.eq(username).findOne().id();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}

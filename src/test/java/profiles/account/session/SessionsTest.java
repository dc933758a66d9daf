package profiles.account.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import profiles.account.SecretToken;
import profiles.account.Sent;
import profiles.account.Session;
import profiles.account.query.QSession;
import profiles.fixture.Client;
import profiles.fixture.ServiceTest;

class SessionsTest extends ServiceTest {
    private static final String PASSWORD = "correct horse";

    @Test void each_login_gives_a_new_cookie_and_the_old_one_is_dead() {
        browser.register("renewed");
        var old = browser.cookie("session");

        browser.login("renewed", PASSWORD);

        // ASVS 7.2.4
        assertNotEquals(old, browser.cookie("session"));
        assertTrue(in(browser));
        assertEquals(401, program.get("/api/profile/", "Cookie", "session=" + old).status());
    }

    @Test void a_cookie_planted_before_the_login_is_worthless_after_it() {
        service.program().register("planted");
        var planted = "A".repeat(43);

        program.send("POST", "/accounts/login/", "application/json", "{\"username\":\"planted\",\"password\":\"" + PASSWORD + "\"}",
            "Cookie", "session=" + planted);

        // ASVS 7.2.4, CWE-384
        assertNotEquals(planted, program.cookie("session"));
        assertTrue(in(program));
        assertEquals(401, service.program().get("/api/profile/", "Cookie", "session=" + planted).status());
    }

    @Test void a_logout_ends_the_session_on_the_server() {
        browser.register("gone");
        var kept = browser.cookie("session");

        var answer = browser.post("/accounts/logout/");

        // ASVS 7.4.1, 14.3.1
        assertEquals("\"cache\", \"storage\"", answer.header("Clear-Site-Data"));
        assertNull(browser.cookie("session"));
        assertEquals(401, program.get("/api/profile/", "Cookie", "session=" + kept).status());
        assertTrue(browser.get("/accounts/login/").contains("You are logged out."));
    }

    @Test void the_database_knows_no_cookie() {
        browser.register("hashedcookie");

        // ASVS 7.2.3
        assertEquals(43, browser.cookie("session").length());
        var row = session("hashedcookie");
        assertNotEquals(browser.cookie("session"), row.tokenHash);
        assertEquals(SecretToken.hash(browser.cookie("session")), row.tokenHash);
    }

    @Test void a_deactivated_user_is_out_at_the_next_request_and_stays_so() {
        browser.register("stopped");

        // ASVS 7.4.2
        Sent.active(service, "stopped", false);
        assertEquals("/accounts/login/?next=%2Fprofile%2F", browser.get("/profile/").location());

        Sent.active(service, "stopped", true);
        assertEquals(303, browser.get("/profile/").status(), "the old session does not come back");
    }

    @Test void last_seen_is_written_at_most_every_five_minutes() {
        program.register("seen");
        var first = session("seen").lastSeen;

        forward(Duration.ofMinutes(4));
        program.get("/api/profile/");
        assertEquals(first, session("seen").lastSeen);

        forward(Duration.ofMinutes(2));
        program.get("/api/profile/");
        assertNotEquals(first, session("seen").lastSeen);
    }

    private static boolean in(Client client) {
        return client.get("/api/profile/").status() == 200;
    }

    private static void forward(Duration time) {
        service.clock().forward(time);
    }

    private static Session session(String username) {
        return new QSession(service.db()).user.username.eq(username).findOne();
    }
}

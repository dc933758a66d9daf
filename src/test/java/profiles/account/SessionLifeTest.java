package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import profiles.account.query.QSession;
import profiles.account.session.Sessions;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.ServiceTest;

class SessionLifeTest extends ServiceTest {
    private static final String PASSWORD = "correct horse";

    @Test void a_remembered_session_lives_two_weeks_without_use_and_no_longer() {
        service.program().register("idle");
        program.post("/accounts/login/", "username", "idle", "password", PASSWORD, "remember", "on");

        forward(Duration.ofDays(14).minusMinutes(1));
        assertTrue(in(program), "used within two weeks");

        // ASVS 7.3.1
        forward(Duration.ofDays(14));
        assertFalse(in(program), "not used for two weeks");
        assertFalse(new QSession(service.db()).user.username.eq("idle").remembered.isTrue().exists(), "and its row is gone");
    }

    @Test void a_remembered_session_ends_after_ninety_days_however_much_it_is_used() {
        service.program().register("busy");
        program.post("/accounts/login/", "username", "busy", "password", PASSWORD, "remember", "on");

        for (int days = 10; days < 90; days += 10) {
            forward(Duration.ofDays(10));
            assertTrue(in(program), "after " + days + " days");
        }

        // ASVS 7.3.2
        forward(Duration.ofDays(10));
        assertFalse(in(program));
    }

    @Test void a_session_that_is_not_remembered_ends_after_a_day_without_use_or_a_week() {
        program.register("visit");

        for (int hours = 23; hours < 7 * 24; hours += 23) {
            forward(Duration.ofHours(23));
            assertTrue(in(program), "after " + hours + " hours");
        }
        forward(Duration.ofHours(23));
        assertFalse(in(program), "after a week");

        program.login("visit", PASSWORD);
        forward(Duration.ofHours(24));
        assertFalse(in(program), "after a day without use");
    }

    @Test void only_who_asks_for_it_gets_a_cookie_that_outlives_the_browser() {
        var registered = browser.post("/accounts/register/", "username", "shared", "password1", PASSWORD, "password2", PASSWORD);
        var visit = browser.login("shared", PASSWORD);
        var remembered = browser.post("/accounts/login/", "username", "shared", "password", PASSWORD, "remember", "on");
        var byProgram = program.send("POST", "/accounts/login/", "application/json",
            "{\"username\":\"shared\",\"password\":\"" + PASSWORD + "\",\"remember\":true}");

        assertFalse(cookie(registered).contains("Max-Age"), cookie(registered));
        assertFalse(cookie(visit).contains("Max-Age"), cookie(visit));
        assertTrue(cookie(remembered).contains("Max-Age=7776000"), cookie(remembered));
        assertTrue(cookie(byProgram).contains("Max-Age=7776000"), cookie(byProgram));
        assertTrue(browser.get("/accounts/login/").contains("name=\"remember\""));
    }

    @Test void a_wrong_password_keeps_the_tick() {
        var answer = browser.post("/accounts/login/", "username", "nobody", "password", "wrong", "remember", "on");

        assertEquals(422, answer.status());
        assertTrue(answer.body().matches("(?s).*name=\"remember\"[^>]* checked.*"), answer.body());
    }

    @Test void sessions_that_are_over_are_swept_and_others_stay() {
        program.register("swept");
        service.program().post("/accounts/login/", "username", "swept", "password", PASSWORD, "remember", "on");
        forward(Duration.ofHours(25));

        new Sessions(service.db(), service.clock(), null, null, null).deleteExpired();

        var left = new QSession(service.db()).user.username.eq("swept").findList();
        assertEquals(1, left.size());
        assertTrue(left.get(0).remembered);
    }

    private static boolean in(Client client) {
        return client.get("/api/profile/").status() == 200;
    }

    private static void forward(Duration time) {
        service.clock().forward(time);
    }

    private static String cookie(Answer answer) {
        return answer.headers("Set-Cookie").stream().filter(line -> line.startsWith("session=")).findFirst().orElseThrow();
    }
}

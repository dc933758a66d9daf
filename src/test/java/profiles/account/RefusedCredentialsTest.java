package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static profiles.account.Sent.active;
import static profiles.account.Sent.base64;
import static profiles.account.Sent.basic;
import static profiles.account.Sent.token;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.SqliteServiceTest;

class RefusedCredentialsTest extends SqliteServiceTest {
    private static final String JSON = "application/json";
    private static final String BEARER = "Bearer realm=\"profiles\"";
    private static final String WRONG = BEARER + ", error=\"invalid_token\"";
    private static final String BASIC = "Basic realm=\"profiles\", charset=\"UTF-8\"";

    @Test void wrong_credentials_are_a_401_that_names_both_schemes() {
        service.program().register("wrongs");

        var none = program.get("/api/profile/");
        var bearer = program.get("/api/profile/", "Authorization", "Bearer " + TokenFormat.random());
        var basic = program.get("/api/profile/", "Authorization", basic("wrongs:wrong"));

        assertEquals(List.of(BEARER, BASIC), refused(none));
        assertEquals(List.of(WRONG, BASIC), refused(bearer));
        assertEquals(List.of(BEARER, BASIC), refused(basic));
    }

    @Test void headers_that_nobody_can_read_are_a_401() {
        for (var header : new String[] {"", " ", "Bearer", "Bearer ", "Bearer  x", "Bearer a b", "Bearer \"", "Basic", "Basic !!!",
            "Basic YQ", "Basic YQ==",
            "Basic 4pyT", basic(":"), basic("\0:\0"), basic("x".repeat(5000) + ":y"),
            "Basic " + base64(new byte[] {(byte) 0xff, ':', (byte) 0xfe}),
            "Digest username=\"x\"", "Negotiate", ",", "=", "Bearer prf_" + "a".repeat(49)})
            assertEquals(401, program.get("/api/profile/", "Authorization", header).status(), header);
    }

    @Test void an_unknown_name_and_an_inactive_account_are_refused_like_a_wrong_password() {
        service.program().register("inactive");
        active(service, "inactive", false);

        // ASVS 6.3.8
        assertEquals(401, program.get("/api/profile/", "Authorization", basic("nobody at all:correct horse")).status());
        assertEquals(401, program.get("/api/profile/", "Authorization", basic("inactive:correct horse")).status());
    }

    @Test void an_expired_token_is_refused() {
        service.program().register("expires");
        program.login("expires", "correct horse");
        var token = "Bearer " + program.send("POST", "/accounts/tokens/", JSON, "{\"name\":\"short\",\"days\":1}").json().get("token")
            .textValue();

        assertEquals(200, service.program().get("/api/profile/", "Authorization", token).status());

        service.clock().forward(Duration.ofDays(1));
        assertEquals(List.of(WRONG, BASIC), refused(service.program().get("/api/profile/", "Authorization", token)));
        program.login("expires", "correct horse");
        assertTrue(program.get("/accounts/tokens/").json().at("/tokens/0/expired").booleanValue());
        assertTrue(program.get("/accounts/tokens/", "Accept", "text/html").contains("(expired)"));
    }

    @Test void a_browser_is_led_to_the_login_and_opens_no_window_of_its_own() {
        var page = browser.get("/profile/");
        var script = browser.get("/api/profile/");

        assertEquals("/accounts/login/?next=%2Fprofile%2F", page.location());
        assertNull(page.header("WWW-Authenticate"));
        assertEquals(401, script.status());
        assertEquals(List.of(BEARER), script.headers("WWW-Authenticate"));
    }

    @Test void who_sends_credentials_and_accepts_anything_is_a_program() {
        var answer = program.get("/profile/", "Authorization", "Bearer wrong", "Accept", "*/*");

        refused(answer);
    }

    private static List<String> refused(Answer answer) {
        assertEquals(401, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type").split(";")[0]);
        assertFalse(answer.json().get("detail").textValue().isEmpty());
        return answer.headers("WWW-Authenticate");
    }
}

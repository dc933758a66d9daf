package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Engine;
import profiles.fixture.Log;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Service;
import profiles.fixture.Wire;

/** An error page asks nobody, so that it cannot fail itself: not the throttle, not the database. */
@OnBothDatabases
class ErrorPagesTest {
    /** Of ada and a wrong password. */
    private static final String WRONG = "Authorization: Basic YWRhOndyb25n", COOKIE = "Cookie: session=x", ODD = "Authorization: Basic %%%";
    private static final String PAGE = "Accept: text/html", JSON = "Accept: application/json";

    @Parameter
    Engine engine;

    @Test void wrong_credentials_at_an_unknown_address_are_a_404_however_often() {
        try (var service = Service.on(engine, Map.of("THROTTLE", "on")); var log = new Log()) {
            service.browser().register("ada");

            for (int i = 0; i < 7; i++) for (var accept : List.of(PAGE, JSON)) assertIs(404, service, "GET /nowhere/", accept, WRONG);

            assertEquals(List.of(), log.alarms());
        }
    }

    @Test void wrong_credentials_at_a_page_for_everybody_are_a_429_at_last_and_never_a_500() {
        try (var service = Service.on(engine, Map.of("THROTTLE", "on")); var log = new Log()) {
            service.browser().register("ada");
            for (int i = 0; i < 5; i++) ask(service, "GET /accounts/login/", PAGE, WRONG);

            assertIs(429, service, "GET /accounts/login/", PAGE, WRONG);
            assertIs(429, service, "GET /profile/", PAGE, WRONG);
            assertIs(429, service, "GET /profile/", JSON, WRONG);
            assertIs(404, service, "GET /static/nothing.css", PAGE, WRONG);
            assertIs(422, service, "POST /accounts/register/", PAGE, WRONG, "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 0");

            assertEquals(List.of(), log.alarms());
        }
    }

    @Test void without_a_database_every_error_has_its_page() {
        try (var service = Service.on(engine); var log = new Log()) {
            service.graph().pools().close();

            for (var accept : List.of(PAGE, JSON)) {
                for (var sent : List.of(WRONG, COOKIE, ODD)) {
                    assertIs(404, service, "GET /nowhere/", accept, sent);
                    assertIs(405, service, "DELETE /accounts/login/", accept, sent);
                    assertIs(404, service, "GET /static/nothing.css", accept, sent);
                    assertIs(400, service, "GET /..%2F", accept, sent);
                    assertEquals(431, status(ask(service, "GET /", accept, sent, "X-Long: " + "x".repeat(9_000))));
                }
                assertTrue(status(ask(service, "GET /profile/", accept, COOKIE)) >= 500);
            }
            assertTrue(log.alarms().size() < 20);
        }
    }

    @Test void what_the_server_itself_refuses_has_a_page_too() {
        try (var service = Service.on(engine); var log = new Log()) {
            for (var line : List.of("GET *", "OPTIONS *", "CONNECT a:1", "GET http://[", "GET /%", "GET //", "BREW /", "TRACE /",
                "GET /%00", "GET /a\\b")) {
                for (var accept : List.of(PAGE, JSON)) {
                    var answer = ask(service, line, accept);
                    assertTrue(status(answer) < 500, line + ": " + answer);
                }
            }
            assertEquals(List.of(), log.alarms());
        }
    }

    private static void assertIs(int status, Service service, String line, String... headers) {
        var answer = ask(service, line, headers);
        assertEquals(status, status(answer), answer);
        assertTrue(answer.contains(List.of(headers).contains(JSON) ? "application/problem+json" : "<h1>"), answer);
    }

    private static String ask(Service service, String line, String... headers) {
        try (var wire = new Wire(service)) {
            return wire.head(line, Stream.concat(Stream.of("Connection: close"), Stream.of(headers)).toArray(String[]::new)).answer();
        }
    }

    private static int status(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 "), answer);
        return Integer.parseInt(answer.substring(9, 12));
    }
}

package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import profiles.fixture.Log;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wait;
import profiles.fixture.Wire;
import profiles.server.BoundedConnector;
import profiles.server.DataRateEndPoint;
import profiles.web.request.DataRate;

/** Clients who ask and never read: they hold no thread and little memory, and lose their connections (CWE-400). */
@Tag("serial")
class StalledClientsTest extends SqliteServiceTest {
    /** More than the server has threads on Java 17. */
    private static final int MANY = 300;
    private static final String HOST = "Host: localhost\r\n\r\n";
    private static final List<String> REQUESTS = Stream.of("GET /api/openapi.json HTTP/1.1\r\n", "GET /accounts/login/ HTTP/1.1\r\n",
        "GET /static/swagger-ui-bundle.js HTTP/1.1\r\n", "GET /nowhere/ HTTP/1.1\r\nAccept: application/json\r\n",
        "GET /profile/ HTTP/1.1\r\n",
        "HEAD /accounts/login/ HTTP/1.1\r\n", "DELETE / HTTP/1.1\r\n", "GET /api/openapi.json HTTP/1.0\r\nConnection: keep-alive\r\n")
        .map(request -> request + HOST).toList();
    private static final DataRate NONE = new DataRate(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ZERO);
    private static final DataRate PATIENT = new DataRate(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofSeconds(1));
    private static final DataRate USUAL = new DataRate(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(1));

    private final List<Wire> stalled = new ArrayList<>();

    @AfterEach
    void theyLeave() {
        connector().restrict(USUAL, 1_000);
        stalled.forEach(Wire::close);
        Wait.until("nobody is being answered", () -> writing() == 0);
    }

    @Test void hundreds_of_them_keep_nobody_waiting_whatever_they_ask_for() {
        try (var log = new Log()) {
            connector().restrict(PATIENT, 1_000);
            for (int i = 0; i < MANY; i++) stall(REQUESTS.get(i % REQUESTS.size()));
            Wait.until("answers wait for most of them", () -> writing() > MANY / 3);

            assertEquals(200, browser.get("/healthz").status());
            assertEquals(200, browser.get("/accounts/login/").status());
            assertEquals(200, program.get("/api/openapi.json").status());
            browser.register("visitor");
            assertEquals(200, browser.get("/profile/").status());
            assertTrue(writing() > MANY / 3, "they wait all the while");

            theyLeave();
            assertEquals(List.of(), log.alarms());
        }
    }

    @Test void a_client_who_does_not_read_on_loses_the_connection() {
        for (var request : List.of(REQUESTS.get(0), REQUESTS.get(1), REQUESTS.get(7))) stall(request);
        stall(REQUESTS.get(0)).end();
        Wait.until("answers wait for them", () -> writing() == 4);

        connector().restrict(NONE, 1_000);

        Wait.until("they are cut off", () -> connected() == 0);
    }

    @Test void a_client_who_sends_the_head_of_a_request_too_slowly_loses_the_connection() {
        stall("GET / HTTP/1.1\r\nHost: local");
        Wait.until("it is connected", () -> connected() == 1);

        connector().restrict(NONE, 1_000);

        Wait.until("it is cut off", () -> connected() == 0);
    }

    @Test void one_connection_more_than_the_limit_costs_the_slowest_client_its_own() {
        connector().restrict(USUAL, 20);

        for (int i = 0; i < 60; i++) stall(REQUESTS.get(0));
        for (int i = 0; i < 60; i++) stall("");
        for (int i = 0; i < 60; i++) stall("GET / HTTP/1.1\r\nHo");

        for (int i = 0; i < 5; i++) assertEquals(200, service.browser().get("/accounts/login/").status());
        Wait.until("no more are connected than may be", () -> connector().getConnectedEndPoints().size() <= 20);
    }

    @Test void an_answer_that_is_read_late_arrives_whole() {
        var whole = program.get("/api/openapi.json").body();

        var late = stall(REQUESTS.get(0), 60).send("GET /api/openapi.json HTTP/1.1\r\nConnection: close\r\n" + HOST);
        Wait.until("the answer waits", () -> writing() == 1);

        assertTrue(late.answer().endsWith("\r\n\r\n" + whole));
    }

    private Wire stall(String request) {
        return stall(request, 600);
    }

    private Wire stall(String request, int times) {
        var wire = Wire.stalled(service.port());
        stalled.add(wire);
        return wire.send(request.isEmpty() || !request.endsWith(HOST) ? request : request.repeat(times));
    }

    /** Of the stalled clients; visitors of other tests may still be connected. */
    private long connected() {
        var ports = stalled.stream().map(Wire::localPort).collect(Collectors.toSet());
        return connector().getConnectedEndPoints().stream()
            .filter(client -> client.getRemoteSocketAddress() instanceof InetSocketAddress address && ports.contains(address.getPort()))
            .count();
    }

    private static long writing() {
        return connector().getConnectedEndPoints().stream().filter(client -> ((DataRateEndPoint) client).isWriting()).count();
    }

    private static BoundedConnector connector() {
        return (BoundedConnector) service.graph().server().javalin().jettyServer().server().getConnectors()[0];
    }
}

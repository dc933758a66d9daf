package profiles.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.OnSqlite;
import profiles.fixture.Service;

/**
 * Behind a trusted proxy, so that visitors have addresses of their own: each test has an account, its owner at home, and others elsewhere.
 */
@OnSqlite
abstract class ThrottledTest {
    static final String PASSWORD = "correct horse";
    private static final AtomicInteger COUNT = new AtomicInteger();
    static Service service;

    @Parameter
    Engine engine;

    final int number = COUNT.incrementAndGet();
    final String name = "victim" + number, home = "198.51.100." + number, elsewhere = "203.0.113." + number;
    Client browser, program, owner;

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        service = Service.on(engine, Map.of("THROTTLE", "on", "TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
    }

    @BeforeEach
    void visitors() {
        owner = service.browser().from(home).register(name);
        browser = service.browser().from(elsewhere);
        program = service.program().from(elsewhere);
    }

    static void fail(Client client, String username, int times) {
        for (int i = 0; i < times; i++) {
            var answer = client.login(username, "wrong");
            assertEquals(i < 5 ? 422 : 429, answer.status(), answer.toString());
            if (i < 5) assertNull(answer.header("Retry-After"));
        }
    }

    static long retryAfter(Answer answer) {
        return Long.parseLong(answer.header("Retry-After"));
    }

    /** One that no test has used. */
    static String anotherAddress() {
        return "192.0.2." + COUNT.incrementAndGet() % 250;
    }
}

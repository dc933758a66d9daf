package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Jar;

/** What becomes of visitors when the service is told to end. */
@Timeout(60)
class StopIT {
    private static final String FORM = "username=ada&password=correct+horse";

    @TempDir
    Path folder;

    @Test void an_idle_service_ends_within_seconds() {
        try (var jar = Jar.ready(folder, Map.of("PORT", "0"))) {
            jar.terminate();

            assertTrue(jar.endsWithin(Duration.ofSeconds(5)));
            assertEquals(143, jar.exit(), "as after SIGTERM");
            assertEquals(1, jar.said().size(), "and quietly: " + jar.said());
        }
    }

    @Test void a_request_under_way_gets_its_answer_and_no_new_one_is_taken() throws Exception {
        try (var jar = Jar.ready(folder, Map.of("PORT", "0")); var visitor = connect(jar)) {
            var answer = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
            send(visitor,
                "POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Type: "
                + "application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + FORM.length() + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
            assertEquals("HTTP/1.1 100 Continue", answer.readLine(), "the form is waited for");

            jar.terminate();
            untilClosed(jar);
            send(visitor, FORM.substring(0, 10));
            assertFalse(jar.endsWithin(Duration.ofMillis(1500)), "a visitor who pauses is waited for");
            send(visitor, FORM.substring(10));

            answer.readLine();
            assertTrue(answer.readLine().startsWith("HTTP/1.1 422"), "the name is not known");
            assertTrue(answer.lines().anyMatch(line -> line.contains("</html>")), "and the page is whole");
            assertEquals(143, jar.exit());
        }
    }

    private static void untilClosed(Jar jar) {
        assertThrows(ConnectException.class, () -> {
            while (!jar.endsWithin(Duration.ofMillis(50))) connect(jar).close();
        });
    }

    private static Socket connect(Jar jar) throws IOException {
        var address = URI.create(jar.address());
        var socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 1000);
        return socket;
    }

    private static void send(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }
}

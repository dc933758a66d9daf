package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.ServiceTest;
import profiles.fixture.Wait;

/** Large bodies are read as many at once as the heap has room for. */
class CrowdedBodiesTest extends ServiceTest {
    /** The most that are read at once, whatever the heap. */
    private static final int MOST = 64;

    @Test void one_large_form_too_many_hears_to_come_back_and_all_else_goes_on() throws IOException {
        browser.register("crowd");
        List<Socket> senders = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) senders.add(halfSent());

            Wait.until("all have their turn but one", () -> large().status() == 503);

            assertNotNull(large().header("Retry-After"));
            assertEquals(303, browser.post("/profile/edit/", "full_name", "Ada").status());
        } finally {
            for (var socket : senders) socket.close();
        }
    }

    private Answer large() {
        return browser.post("/profile/edit/", "bio", "x".repeat(2 * Limits.OF_GUESTS));
    }

    private Socket halfSent() throws IOException {
        var socket = new Socket("127.0.0.1", service.port());
        socket.getOutputStream().write(("POST /profile/edit/ HTTP/1.1\r\nHost: localhost\r\nCookie: session=" + browser.cookie("session")
            + "\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{\"bio\":\"x").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}

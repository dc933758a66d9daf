package profiles.web.response;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import profiles.fixture.Client;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.SqliteServiceTest;

@Timeout(60)
class AsyncDownloadTest extends SqliteServiceTest {
    /** More than Jetty has threads. */
    private static final int READERS = 260;
    private static final int MEGABYTE = 1024 * 1024;

    @Test void a_connection_goes_on_after_a_download() {
        var file = withFile("ada", 300_000);

        for (int i = 0; i < 5; i++) {
            assertArrayEquals(file, browser.bytes("GET", "/media/cvs/ada.pdf").body());
            assertEquals(200, browser.bytes("GET", "/healthz").statusCode());
        }
    }

    @Test void readers_who_take_nothing_keep_nobody_waiting() throws IOException {
        var file = withFile("slow", 4 * MEGABYTE);
        List<Socket> stalled = new ArrayList<>();

        try {
            for (int i = 0; i < READERS; i++) stalled.add(askAndWait("/media/cvs/slow.pdf", browser));

            assertArrayEquals(file, browser.bytes("GET", "/media/cvs/slow.pdf").body());
        } finally {
            for (var socket : stalled) socket.close();
        }
        assertEquals(200, service.browser().get("/healthz").status());
    }

    /** @return when the answer has begun */
    private static Socket askAndWait(String path, Client who) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", service.port()));
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: session=" + who.cookie("session")
            + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
        assertEquals("HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        return socket;
    }

    private byte[] withFile(String name, int size) {
        var file = Samples.pdf(size);
        assertEquals(303, browser.register(name).post("/profile/edit/", new Form().file("cv", name + ".pdf", "application/pdf", file))
            .status());
        return file;
    }
}

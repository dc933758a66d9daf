package profiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.Samples;

/** A document on its way to or from somebody slow, when the service is told to end. */
@Timeout(60)
class StopUnderWayIT {
    private static final byte[] LARGE = Samples.pdf(9_000_000);
    /** Far less than the file, whatever is under way in buffers. */
    private static final int WINDOW = 16 * 1024;

    @TempDir
    Path folder;

    @Test void both_arrive_whole_and_being_told_twice_changes_nothing() throws Exception {
        try (var jar = Jar.ready(folder, Map.of("PORT", "0", "STOP_SECONDS", "20"))) {
            var cookie = memberWithDocument(jar);
            try (var download = connect(jar); var upload = connect(jar)) {
                ask(download, "GET /media/cvs/large.pdf HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n");
                var head = head(download.getInputStream());
                assertTrue(head.startsWith("HTTP/1.1 200"), head);
                var form = new Form().file("certificate", "new.pdf", "application/pdf", LARGE);
                var bytes = form.bytes();
                ask(upload, "POST /profile/edit/ HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nCookie: " + cookie
                    + "\r\nContent-Type: " + form.type()
                    + "\r\nContent-Length: " + bytes.length + "\r\nExpect: 100-continue\r\n\r\n");
                assertTrue(head(upload.getInputStream()).startsWith("HTTP/1.1 100"));
                upload.getOutputStream().write(bytes, 0, bytes.length / 2);

                jar.terminate();
                assertFalse(jar.endsWithin(Duration.ofMillis(1500)), "both are waited for");
                jar.terminate();
                upload.getOutputStream().write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
                assertTrue(head(upload.getInputStream()).startsWith("HTTP/1.1 200"), "what comes after the first word is taken");
                assertArrayEquals(LARGE, download.getInputStream().readNBytes(LARGE.length));
            }

            assertEquals(143, jar.exit());
            assertTrue(jar.said().stream().allMatch(line -> line.contains(" INFO ")), () -> "quietly: " + jar.said());
        }
    }

    @Test void who_does_not_go_on_is_left_when_the_time_is_over() throws Exception {
        try (var jar = Jar.ready(folder, Map.of("PORT", "0", "STOP_SECONDS", "1")); var download = connect(jar)) {
            ask(download, "GET /media/cvs/large.pdf HTTP/1.1\r\nHost: localhost\r\nCookie: " + memberWithDocument(jar) + "\r\n\r\n");
            assertTrue(head(download.getInputStream()).startsWith("HTTP/1.1 200"));

            jar.terminate();

            assertTrue(jar.endsWithin(Duration.ofSeconds(15)), () -> jar.said().toString());
            assertEquals(143, jar.exit());
        }
    }

    /** @return what keeps him signed in */
    private static String memberWithDocument(Jar jar) throws IOException, InterruptedException {
        var joined = send(HttpRequest.newBuilder(URI.create(jar.address() + "/accounts/register/"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("username=ada&password1=correct+horse&password2=correct+horse")));
        var cookie = joined.split(";")[0];
        var form = new Form().file("cv", "large.pdf", "application/pdf", LARGE);
        send(HttpRequest.newBuilder(URI.create(jar.address() + "/profile/edit/")).header("Content-Type", form.type())
            .header("Cookie", cookie).POST(BodyPublishers.ofByteArray(form.bytes())));
        return cookie;
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 400, () -> answer.statusCode() + " " + answer.body());
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    private static Socket connect(Jar jar) throws IOException {
        var address = URI.create(jar.address());
        var socket = new Socket();
        socket.setReceiveBufferSize(WINDOW);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 1000);
        return socket;
    }

    private static void ask(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    private static String head(InputStream from) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = from.read();
            if (next < 0) throw new IOException("cut off after " + head);
            head.append((char) next);
        }
        return head.toString();
    }
}

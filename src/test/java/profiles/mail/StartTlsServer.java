package profiles.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import profiles.fixture.Tls;

/** An SMTP server that offers STARTTLS, and takes mail for everybody. */
final class StartTlsServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicInteger taken = new AtomicInteger(), secured = new AtomicInteger();
    private final Tls tls;

    StartTlsServer(Tls tls) throws IOException {
        this.tls = tls;
        var thread = new Thread(this::serve, "STARTTLS mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    int taken() {
        return taken.get();
    }

    /** How many of them came over TLS. */
    int secured() {
        return secured.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                say(connection, "220 hello");
                talk(connection);
            } catch (IOException ended) {
                // The next one, or nobody.
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("EHLO")) say(connection, connection instanceof SSLSocket ? "250-hello\r\n250 AUTH PLAIN"
                : "250-hello\r\n250 STARTTLS");
            else if (line.equals("STARTTLS")) {
                say(connection, "220 go on");
                talk(tls.serving(connection));
                return;
            } else if (line.equals("DATA")) {
                say(connection, "354 go on");
                while (!in.readLine().equals(".")) continue;
                if (connection instanceof SSLSocket) secured.incrementAndGet();
                taken.incrementAndGet();
                say(connection, "250 taken");
            } else say(connection, line.startsWith("QUIT") ? "221 bye" : line.startsWith("AUTH") ? "235 welcome" : "250 well");
        }
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

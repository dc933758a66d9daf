package profiles.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server that knows nobody. */
final class RefusingMailServer implements AutoCloseable {
    private final ServerSocket socket;

    RefusingMailServer() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "refusing mail server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                talk(connection);
            } catch (IOException ended) {
                // The next one, or nobody.
            }
        }
    }

    private static void talk(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        say(connection, "220 hello");
        for (var line = in.readLine(); line != null; line = in.readLine())
            say(connection, line.startsWith("RCPT") ? "550 5.1.1 no such user here" : line.startsWith("QUIT") ? "221 bye" : "250 well");
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

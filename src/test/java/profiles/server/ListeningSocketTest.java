package profiles.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import profiles.fixture.Wait;

@Timeout(60)
class ListeningSocketTest {
    /** Without the draining, the kernel would reset these connections. */
    @Test void connections_that_wait_when_the_service_stops_are_accepted_and_later_ones_are_refused() throws Exception {
        var socket = ListeningSocket.own(ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        var address = socket.getLocalAddress();
        var clients = new ArrayList<SocketChannel>();
        for (int i = 0; i < 3; i++) clients.add(SocketChannel.open(address));

        socket.drain();
        var accepted = new ArrayList<SocketChannel>();
        var acceptor = CompletableFuture.supplyAsync(() -> assertThrows(AsynchronousCloseException.class, () -> {
            while (true) accepted.add(socket.accept());
        }));
        Wait.until("new connections are refused", () -> refuses(address));
        socket.close();
        acceptor.join();

        for (var each : accepted.subList(0, 3)) each.write(ByteBuffer.wrap(new byte[] {1}));
        for (var client : clients) assertEquals(1, client.read(ByteBuffer.allocate(1)));
        for (var client : clients) client.close();
        for (var each : accepted) each.close();
    }

    private static boolean refuses(SocketAddress address) {
        try (var late = SocketChannel.open(address)) {
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}

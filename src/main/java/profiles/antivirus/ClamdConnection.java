package profiles.antivirus;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection to clamd that is over at a set time, whatever the other side does: a Unix domain socket knows no timeouts of its own. */
final class ClamdConnection implements AutoCloseable {
    /** Longer than any answer of clamd, in bytes. */
    private static final int ANSWER = 1024;

    private final long end;
    private final Selector selector;
    private final SocketChannel channel;
    private final SelectionKey key;

    /** @param time for the whole talk @throws SocketTimeoutException here and below, when it is over */
    ClamdConnection(SocketAddress address, Duration connect, Duration time) throws IOException {
        end = System.nanoTime() + time.toNanos();
        channel = address instanceof UnixDomainSocketAddress ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        try {
            selector = Selector.open();
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
        try {
            channel.configureBlocking(false);
            key = channel.register(selector, 0);
            if (!channel.connect(address)) connected(System.nanoTime() + Math.min(connect.toNanos(), time.toNanos()));
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void connected(long until) throws IOException {
        while (!channel.finishConnect()) await(SelectionKey.OP_CONNECT, until);
    }

    /** @return false, when the other side speaks or hangs up before all is said: it wants no more, and {@link #answer} tells why */
    boolean say(ByteBuffer... bytes) throws IOException {
        for (var each : bytes) {
            while (each.hasRemaining()) {
                if ((await(SelectionKey.OP_READ | SelectionKey.OP_WRITE, end) & SelectionKey.OP_READ) != 0) return false;
                try {
                    channel.write(each);
                } catch (IOException hungUp) {
                    return false;
                }
            }
        }
        return true;
    }

    /** @return up to the zero byte that ends it, or the connection's end */
    String answer() throws IOException {
        var bytes = ByteBuffer.allocate(ANSWER);
        while (bytes.hasRemaining() && !(bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0)) {
            await(SelectionKey.OP_READ, end);
            if (channel.read(bytes) < 0) break;
        }
        return StandardCharsets.ISO_8859_1.decode(bytes.flip()).toString();
    }

    private int await(int what, long until) throws IOException {
        key.interestOps(what);
        selector.selectedKeys().clear();
        var millis = (until - System.nanoTime()) / 1_000_000;
        if (millis <= 0 || selector.select(millis) == 0) throw new SocketTimeoutException("no answer in time");
        return key.readyOps();
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}

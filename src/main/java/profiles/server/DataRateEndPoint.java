package profiles.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import profiles.web.request.DataRate;

/**
 * A connection whose client must keep a minimum {@link DataRate}, while it sends a request and while it reads an answer (CWE-400). Jetty
 * has a setting for that, {@code minResponseDataRate}, but Jetty 12.1 never reads it.
 */
public final class DataRateEndPoint extends SocketChannelEndPoint {
    private final BoundedConnector connector;
    /** Whether the last bytes on this connection were the client's. */
    private volatile boolean halfSent;
    private volatile long deadline;

    DataRateEndPoint(BoundedConnector connector, SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
        this.connector = connector;
        renew();
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        var filled = super.fill(buffer);
        if (filled > 0) {
            halfSent = true;
            credit(filled);
        }
        return filled;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        var before = remaining(buffers);
        try {
            return super.flush(buffers);
        } finally {
            halfSent = false;
            credit((int) (before - remaining(buffers)));
        }
    }

    private static long remaining(ByteBuffer... buffers) {
        return Stream.of(buffers).mapToLong(ByteBuffer::remaining).sum();
    }

    private void credit(int bytes) {
        var now = System.nanoTime();
        deadline = now + connector.pace().after(deadline - now, bytes);
    }

    void renew() {
        deadline = System.nanoTime() + connector.pace().grace().toNanos();
    }

    /** Closes the connection of a client that is too slow. The time that the service itself takes does not count. */
    void check() {
        if (isWriting() || isSending()) {
            if (deadline - System.nanoTime() <= 0) disconnect();
        } else renew();
    }

    /**
     * How much longer the client may take.
     *
     * @return nanoseconds; {@link Long#MAX_VALUE} while the service works on a request
     */
    long remainingNanos() {
        if (isWriting() || isSending()) return deadline - System.nanoTime();
        return isFillInterested() ? TimeUnit.MILLISECONDS.toNanos(getIdleTimeout() - getIdleFor()) : Long.MAX_VALUE;
    }

    /** Whether a part of an answer waits for the client to read it. */
    public boolean isWriting() {
        return getWriteFlusher().isPending();
    }

    private boolean isSending() {
        return halfSent && isFillInterested();
    }

    /** With a reset: otherwise the kernel keeps what was not read, for minutes. */
    void disconnect() {
        try {
            getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException | UnsupportedOperationException closed) {
            // It is closed already.
        }
        close(new TimeoutException("The client is too slow."));
    }
}

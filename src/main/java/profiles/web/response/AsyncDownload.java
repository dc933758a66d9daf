package profiles.web.response;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.web.ResponseMemory;

/** Sends bytes as fast as the reader takes them. A slow reader holds a buffer, but no thread. */
public final class AsyncDownload implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(AsyncDownload.class);
    private static final int BUFFER = 32 * 1024;

    private final ConnectionMetaData connection;
    private final ReadableByteChannel channel;
    private final ServletOutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private AsyncDownload(ConnectionMetaData connection, ReadableByteChannel channel, ServletOutputStream out) {
        this.connection = connection;
        this.channel = channel;
        this.out = out;
    }

    /**
     * By the servlet's own non-blocking output: Jetty 12.1's {@code HttpOutput.sendContent} never tells that it has ended, and the
     * connection then waits for ever.
     *
     * @param channel is closed when all is sent, or the reader has left
     */
    public static void async(Context ctx, ReadableByteChannel channel) {
        ctx.future(() -> {
            try {
                var connection = ServletContextRequest.getServletContextRequest(ctx.req()).getConnectionMetaData();
                var sending = new AsyncDownload(connection, channel, ctx.res().getOutputStream());
                ResponseMemory.hold(ctx, BUFFER);
                sending.out.setWriteListener(sending);
                return sending.done;
            } catch (IOException | RuntimeException gone) {
                close(channel);
                throw gone instanceof IOException lost ? new UncheckedIOException(lost) : (RuntimeException) gone;
            }
        });
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (read() < 0) {
                end();
                return;
            }
            out.write(buffer.array(), 0, buffer.position());
        }
    }

    private int read() throws IOException {
        try {
            return channel.read(buffer.clear());
        } catch (IOException | RuntimeException lost) {
            LOG.warn("an answer breaks off: what it is made of cannot be read to its end", lost);
            abort(lost);
            throw lost;
        }
    }

    /**
     * Half an answer must not end as a whole one does; to who knows no chunks, as HTTP/1.0, the connection's end is that of the answer, so
     * it is reset.
     */
    private void abort(Exception lost) throws IOException {
        var end = connection.getConnection().getEndPoint();
        if (end.getTransport() instanceof SocketChannel socket) socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        end.close(lost);
    }

    /** A reader who leaves is no failure of ours; the answer has begun, so nothing could be said any more. */
    @Override
    public void onError(Throwable failure) {
        LOG.debug("a download ended early: {}", failure.toString());
        end();
    }

    private void end() {
        close(channel);
        done.complete(null);
    }

    private static void close(ReadableByteChannel channel) {
        try {
            channel.close();
        } catch (IOException harmless) {
            LOG.debug("a file that was only read did not close", harmless);
        }
    }
}

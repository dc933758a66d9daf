package profiles.media;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends bytes as fast as the reader takes them; a slow reader holds a buffer, but no thread. Jetty's own {@code sendContent} is not used: in
 * 12.1.12 it never tells that it has ended, and the connection is lost.
 */
final class Sending implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int BUFFER = 32 * 1024;

    private final ReadableByteChannel from;
    private final ServletOutputStream to;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private Sending(ReadableByteChannel from, ServletOutputStream to) {
        this.from = from;
        this.to = to;
    }

    /** @param channel is closed when all is sent, or the reader has left */
    static void async(Context ctx, ReadableByteChannel channel) {
        ctx.future(() -> {
            var sending = new Sending(channel, output(ctx));
            sending.to.setWriteListener(sending);
            return sending.done;
        });
    }

    private static ServletOutputStream output(Context ctx) {
        try {
            return ctx.res().getOutputStream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What was written belongs to the server until it is ready again. */
    @Override
    public void onWritePossible() throws IOException {
        while (to.isReady()) {
            if (from.read(buffer.clear()) < 0) {
                end();
                return;
            }
            to.write(buffer.array(), 0, buffer.position());
        }
    }

    /** A reader who leaves is no failure of ours; the answer has begun, so nothing could be said any more. */
    @Override
    public void onError(Throwable failure) {
        LOG.debug("a download ended early: {}", failure.toString());
        end();
    }

    private void end() {
        try {
            from.close();
        } catch (IOException harmless) {
            LOG.debug("a file that was only read did not close", harmless);
        }
        done.complete(null);
    }
}

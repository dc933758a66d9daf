package profiles.media;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends bytes as fast as the reader takes them: a slow reader holds a buffer, but no thread. (Jetty's own {@code HttpOutput.sendContent} would
 * do the same, but in 12.1.12 never tells that it is done.)
 */
final class Sending implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int BUFFER = 32 * 1024;

    private final ServletOutputStream out;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private Sending(ServletOutputStream out, InputStream in) {
        this.out = out;
        this.in = in;
    }

    /** @param in is closed when all is sent, or the reader has left */
    static void async(Context ctx, InputStream in) {
        ctx.future(() -> {
            var sending = new Sending(output(ctx), in);
            sending.out.setWriteListener(sending);
            return sending.done;
        });
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            var count = in.read(buffer);
            if (count < 0) {
                end();
                return;
            }
            out.write(buffer, 0, count);
        }
    }

    /** A reader who leaves is no failure of ours; the answer has begun, so nothing could be said any more. */
    @Override
    public void onError(Throwable left) {
        LOG.debug("a download ended early: {}", left.toString());
        end();
    }

    private void end() {
        try {
            in.close();
        } catch (IOException harmless) {
            LOG.debug("a file that was only read did not close", harmless);
        }
        done.complete(null);
    }

    private static ServletOutputStream output(Context ctx) {
        try {
            return ctx.res().getOutputStream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

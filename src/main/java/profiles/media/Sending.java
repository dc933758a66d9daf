package profiles.media;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends bytes as fast as the reader takes them; a slow reader holds a buffer, but no thread. */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private Sending() {
    }

    /** @param channel is closed when all is sent, or the reader has left */
    static void async(Context ctx, ReadableByteChannel channel) {
        ctx.future(() -> {
            var done = new CompletableFuture<Void>();
            output(ctx).sendContent(channel, Callback.from(() -> end(channel, done, null), failure -> end(channel, done, failure)));
            return done;
        });
    }

    private static HttpOutput output(Context ctx) {
        try {
            return (HttpOutput) ctx.res().getOutputStream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A reader who leaves is no failure of ours; the answer has begun, so nothing could be said any more. */
    private static void end(ReadableByteChannel channel, CompletableFuture<Void> done, Throwable failure) {
        if (failure != null) LOG.debug("a download ended early: {}", failure.toString());
        try {
            channel.close();
        } catch (IOException harmless) {
            LOG.debug("a file that was only read did not close", harmless);
        }
        done.complete(null);
    }
}

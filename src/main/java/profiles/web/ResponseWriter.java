package profiles.web;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes responses that are whole in memory. Javalin would write them too, but its thread would wait for a slow reader. */
public final class ResponseWriter implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseWriter.class);

    private final ServletOutputStream out;
    private final byte[] bytes;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private ResponseWriter(ServletOutputStream out, byte[] bytes) {
        this.out = out;
        this.bytes = bytes;
    }

    /** The answer is these bytes, which must not change any more. */
    public static void set(Context ctx, byte[] bytes) {
        ctx.result(new Result(bytes, false));
    }

    /** The same, for bytes that the service keeps in memory anyway. */
    public static void setShared(Context ctx, byte[] bytes) {
        ctx.result(new Result(bytes, true));
    }

    /** The last filter. */
    public static void write(Context ctx) {
        var result = ctx.resultInputStream();
        if (result == null) return;
        var whole = bytes(result);
        var bytes = CompressionPolicy.compress(ctx, whole);
        ctx.result(InputStream.nullInputStream());
        ctx.res().setContentLength(bytes.length);
        if (bytes.length == 0 || ctx.req().getMethod().equals("HEAD")) return;
        if (!(result instanceof Result known && known.shared)) ResponseMemory.hold(ctx, bytes.length);
        ctx.future(() -> begin(ctx, bytes));
    }

    private static byte[] bytes(InputStream result) {
        try {
            return result instanceof Result known ? known.bytes() : result.readAllBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static CompletableFuture<Void> begin(Context ctx, byte[] bytes) {
        try {
            var writer = new ResponseWriter(ctx.res().getOutputStream(), bytes);
            writer.out.setWriteListener(writer);
            return writer.done;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Jetty goes on with the bytes by itself, and ends the request after the last. */
    @Override
    public void onWritePossible() throws IOException {
        if (done.isDone() || !out.isReady()) return;
        out.write(bytes);
        done.complete(null);
    }

    /** A reader who leaves is no failure of ours. */
    @Override
    public void onError(Throwable failure) {
        LOG.debug("an answer was not read to its end: {}", failure.toString());
        done.complete(null);
    }

    /** What Javalin passes on: its own stream would have to be copied. */
    private static final class Result extends ByteArrayInputStream {
        private final boolean shared;

        Result(byte[] bytes, boolean shared) {
            super(bytes);
            this.shared = shared;
        }

        byte[] bytes() {
            return buf;
        }
    }
}

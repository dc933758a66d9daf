package profiles.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import profiles.web.request.DataRate;
import profiles.web.request.RateLimitedBody;

/**
 * Reads and drops what a client still sends after its request was answered, for a bounded time. A connection that closes earlier is reset,
 * and then most clients fail to read the answer (RFC 9112, 9.6). No thread waits for the client.
 */
public final class LingeringClose extends Handler.Wrapper {
    /** Far more than any form may have. */
    private static final long BYTES = 256L * 1024 * 1024, NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final DataRate PACE = new DataRate(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1));

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new Readable(request), response, new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                new Drain(request, getCallback()).run();
            }
        });
    }

    /** Jetty asks this before it answers, and fails a body that has not all come: then nothing more could be read of it. */
    private static final class Readable extends Request.Wrapper {
        private static final int READS = 16;

        Readable(Request request) {
            super(request);
        }

        @Override
        public boolean consumeAvailable() {
            for (int i = 0; i < READS; i++) {
                var chunk = read();
                if (chunk == null || Content.Chunk.isFailure(chunk)) return false;
                chunk.release();
                if (chunk.isLast()) return true;
            }
            return false;
        }
    }

    private static final class Drain implements Runnable {
        private final Request request;
        private final Callback end;
        private final RateLimitedBody body;
        private final long begin = System.nanoTime();

        Drain(Request request, Callback end) {
            this.request = request;
            this.end = end;
            this.body = new RateLimitedBody(request, PACE);
        }

        @Override
        public void run() {
            if (isDone()) {
                body.end();
                end.succeeded();
            } else body.demand(this);
        }

        private boolean isDone() {
            while (body.size() < BYTES && System.nanoTime() - begin < NANOS) {
                var chunk = body.read();
                if (chunk == null) return waitsForGoAhead();
                chunk.release();
                if (chunk.isLast()) return true;
            }
            return true;
        }

        /** Then it sends nothing any more, and asking for more would tell it to go ahead (RFC 9110, 10.1.1). */
        private boolean waitsForGoAhead() {
            return Request.getContentBytesRead(request) == 0 && request.getHeaders().contains(HttpHeader.EXPECT, "100-continue");
        }
    }
}

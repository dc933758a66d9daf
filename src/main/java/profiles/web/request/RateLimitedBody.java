package profiles.web.request;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A body that is still arriving. Small pieces are collected, since each would hold a whole network buffer. A client that sends too slowly
 * is disconnected (CWE-400); Jetty 12.1 has a setting for that which does nothing ({@code minRequestDataRate}).
 */
public final class RateLimitedBody implements Content.Source {
    /** What is passed on before all is here: some when nothing more is there now, else a good piece. In bytes. */
    private static final int SOME = 2 * 1024, PIECE = 16 * 1024;
    private static final long AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final Request request;
    private final DataRate pace;
    private byte[] gathered = {};
    private int held;
    private Throwable failure;
    private Scheduler.Task alarm;
    private long until;
    private long size;
    private boolean ended;

    public RateLimitedBody(Request request, DataRate pace) {
        this.request = request;
        this.pace = pace;
    }

    /** What went wrong on the way from the sender; null when nothing did. */
    Throwable failure() {
        return failure;
    }

    /** What has come so far, in bytes. */
    public long size() {
        return size;
    }

    @Override
    public Content.Chunk read() {
        while (failure == null) {
            var chunk = request.read();
            if (chunk == null) return held > SOME ? pass(false) : null;
            if (Content.Chunk.isFailure(chunk)) fail(chunk.getFailure());
            else if (take(chunk) || held >= PIECE) return pass(chunk.isLast());
        }
        return Content.Chunk.from(failure, true);
    }

    /** @return whether it is the last */
    private boolean take(Content.Chunk chunk) {
        var length = chunk.remaining();
        if (gathered.length < held + length) gathered = Arrays.copyOf(gathered, Math.max(held + length, held == 0 ? 0 : 2 * PIECE));
        chunk.getByteBuffer().get(gathered, held, length);
        chunk.release();
        held += length;
        size += length;
        credit(length);
        return chunk.isLast();
    }

    private Content.Chunk pass(boolean last) {
        var bytes = ByteBuffer.wrap(gathered, 0, held);
        gathered = new byte[0];
        held = 0;
        return Content.Chunk.from(bytes, last);
    }

    @Override
    public void demand(Runnable more) {
        watch();
        request.demand(more);
    }

    @Override
    public void fail(Throwable why) {
        if (failure == null) failure = why;
    }

    /** When no more is read of it: the connection may be another request's soon. */
    public synchronized void end() {
        ended = true;
        if (alarm != null) alarm.cancel();
    }

    private synchronized void watch() {
        if (alarm != null || ended) return;
        until = System.nanoTime() + pace.grace().toNanos();
        alarm = ringAfter(pace.grace().toNanos());
    }

    private synchronized void credit(int bytes) {
        var now = System.nanoTime();
        if (alarm != null) until = now + pace.after(until - now, bytes);
    }

    private synchronized void ring() {
        if (ended) return;
        var left = until - System.nanoTime();
        // Fails the wait for more; while what has come is worked on, there is none.
        if (left <= 0) connection().getFillInterest().onFail(new TimeoutException("too slow"));
        alarm = ringAfter(left > 0 ? left : AGAIN);
    }

    private AbstractEndPoint connection() {
        return (AbstractEndPoint) request.getConnectionMetaData().getConnection().getEndPoint();
    }

    private Scheduler.Task ringAfter(long nanos) {
        return request.getComponents().getScheduler().schedule(this::ring, nanos, TimeUnit.NANOSECONDS);
    }
}

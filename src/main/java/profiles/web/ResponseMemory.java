package profiles.web;

import io.javalin.http.Context;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** Limits the heap that running responses hold to an eighth. Beyond that, the slowest readers are disconnected. */
public final class ResponseMemory {
    private static final long LIMIT = Runtime.getRuntime().maxMemory() / 8;
    private static final AtomicLong HELD = new AtomicLong();

    private ResponseMemory() {
    }

    /** Counts what an answer holds until it has ended. */
    public static void hold(Context ctx, int bytes) {
        var request = ServletContextRequest.getServletContextRequest(ctx.req());
        Request.addCompletionListener(request, failure -> HELD.addAndGet(-bytes));
        var isFull = HELD.addAndGet(bytes) > LIMIT;
        if (isFull && request.getConnectionMetaData().getConnector() instanceof SlowReaders connector) connector.closeSlowestReaders();
    }
}

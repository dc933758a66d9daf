package profiles.web.request;

import io.javalin.http.Context;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.web.Problem;

/** The body of a request that is still arriving. The handler runs when it is complete; until then no thread waits for a slow client. */
public final class AsyncBody {
    private static final Logger LOG = LoggerFactory.getLogger(AsyncBody.class);
    private static final String ARRIVED = "arrived";

    private final Context ctx;
    private final Request request;
    private final RateLimitedBody body;
    private final CompletableFuture<Void> whole = new CompletableFuture<>();

    /** Takes a body as it comes. */
    public interface Receiver {
        /** @param end gets what holds the body, which is closed when the request ends; or what went wrong */
        void receive(Content.Source body, Promise.Invocable<Closeable> end);
    }

    private AsyncBody(Context ctx, DataRate pace) {
        this.ctx = ctx;
        this.request = ServletContextRequest.getServletContextRequest(ctx.req());
        this.body = new RateLimitedBody(request, pace);
    }

    /**
     * In a filter: what comes after it waits.
     *
     * @throws Problem 400 for what is not whole, 408 for what comes too slowly, 413 for what is too large, 507 when the disk is full; maybe
     * later
     */
    static void await(Context ctx, DataRate pace, Receiver receiver) {
        new AsyncBody(ctx, pace).await(receiver);
    }

    /** What the receiver has made of the body. */
    public static <T extends Closeable> T of(Context ctx) {
        return ctx.attribute(ARRIVED);
    }

    /** Most bodies are here already; for the others, Javalin goes on when they are. */
    private void await(Receiver receiver) {
        receiver.receive(body, Promise.Invocable.from(InvocationType.BLOCKING, this::here, this::failed));
        if (whole.isDone()) rethrow();
        else ctx.future(() -> whole.whenCompleteAsync((it, failure) -> { }, request.getComponents().getExecutor()));
    }

    private void rethrow() {
        try {
            whole.join();
        } catch (CompletionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }

    private void here(Closeable it) {
        body.end();
        Request.addCompletionListener(request, end -> close(it));
        ctx.attribute(ARRIVED, it);
        whole.complete(null);
    }

    private void failed(Throwable failure) {
        body.end();
        whole.completeExceptionally(BodyErrors.of(failure, body.failure()));
    }

    static void close(Closeable temporary) {
        try {
            temporary.close();
        } catch (IOException failed) {
            LOG.warn("a temporary file is left for the cleanup", failed);
        }
    }
}

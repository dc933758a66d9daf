package profiles.directory;

import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import profiles.web.Problem;

/** Limits concurrent exports: each keeps some people, or a document, in memory for as long as its reader takes. */
@Singleton
public final class ExportLimiter {
    /** With texts as long as they may be, an export holds some megabytes. */
    public static final int PLACES = (int) Math.max(2, Math.min(16, Runtime.getRuntime().maxMemory() / (16L << 20)));

    private final Semaphore free = new Semaphore(PLACES);

    @Inject
    ExportLimiter() {
    }

    /** Until the answer has ended, however it does. @throws Problem 503 when there is no room */
    void enter(Context ctx) {
        if (!free.tryAcquire()) throw Problem.busy("Many exports are under way. Try again in a minute.", 60);
        Request.addCompletionListener(ServletContextRequest.getServletContextRequest(ctx.req()), failure -> free.release());
    }
}

package profiles.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

/**
 * After each of several requests that a client has sent at once (RFC 9112, 9.3.2), the others have their turn. Jetty would answer all of
 * them on the same thread: a few hundred connections with a hundred requests each would keep every thread, and visitors would wait for all.
 */
public final class FairPipelining extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                if (hasMore(request)) request.getComponents().getExecutor().execute(super::succeeded);
                else super.succeeded();
            }
        });
    }

    private static boolean hasMore(Request request) {
        return request.getConnectionMetaData().getConnection() instanceof HttpConnection connection && !connection.isRequestBufferEmpty();
    }
}

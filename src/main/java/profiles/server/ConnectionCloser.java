package profiles.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Announces to clients that their connection closes, before the server stops. A client that follows RFC 9112, 9.6 then loses no request.
 */
public final class ConnectionCloser extends Handler.Wrapper {
    /** A client that sends no request by then is idle, and gets the time that the server gives to idle connections. */
    public static final long MAX_MILLIS = 1_000;
    private static final long PACE_MILLIS = 10;

    private volatile boolean output;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (output) response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        return super.handle(request, response, callback);
    }

    /** Returns when no connection is left, or after a second. */
    void announceClose(ServerConnector connector) {
        output = true;
        if (connector.getTransport() instanceof ListeningSocket socket) socket.drain();
        var max = TimeUnit.MILLISECONDS.toNanos(Math.min(MAX_MILLIS, connector.getShutdownIdleTimeout()));
        for (var begin = System.nanoTime(); !connector.getConnectedEndPoints().isEmpty() && System.nanoTime() - begin < max;)
            pause(PACE_MILLIS);
    }

    static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}

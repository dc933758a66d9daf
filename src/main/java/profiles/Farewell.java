package profiles;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** Before the server stops, whoever is still answered hears that the connection closes: so no visitor is cut who keeps to RFC 9112, 9.6. */
final class Farewell extends Handler.Wrapper {
    /** Who has not asked again by then is idle, and has the time that the server gives to idle connections. */
    static final long MOST_MILLIS = 1_000;
    private static final long PACE_MILLIS = 10;

    private volatile boolean said;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (said) response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        return super.handle(request, response, callback);
    }

    /** Returns when nobody is there any more, or after a second. */
    void say(ServerConnector connector) {
        said = true;
        if (connector.getTransport() instanceof Inherited socket) socket.leave();
        var most = TimeUnit.MILLISECONDS.toNanos(Math.min(MOST_MILLIS, connector.getShutdownIdleTimeout()));
        for (var begin = System.nanoTime(); !connector.getConnectedEndPoints().isEmpty() && System.nanoTime() - begin < most;) pause(PACE_MILLIS);
    }

    static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}

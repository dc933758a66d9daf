package profiles.server;

import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A listening socket that loses no connection when the service stops. A connection that the kernel has completed and nobody has accepted is
 * reset when the socket closes; so the last ones are accepted first.
 *
 * <p>A socket that another program, such as systemd, opened and passed as standard input stays open: new connections wait there for the
 * next start of the service, or another process that shares the socket accepts them.
 */
public final class ListeningSocket extends ServerSocketChannel {
    private static final long REGISTRATION_MILLIS = 100;

    private final ServerSocketChannel socket;
    private final boolean isInherited;
    private final Selector selector;
    private final SelectionKey key;
    private volatile boolean isDraining;

    private ListeningSocket(ServerSocketChannel socket, boolean isInherited) throws IOException {
        super(socket.provider());
        this.socket = socket;
        this.isInherited = isInherited;
        this.selector = Selector.open();
        // Another process that shares the socket may accept the connection that woke this one.
        socket.configureBlocking(false);
        this.key = socket.register(selector, SelectionKey.OP_ACCEPT);
    }

    static ListeningSocket own(ServerSocketChannel socket) throws IOException {
        return new ListeningSocket(socket, false);
    }

    public static boolean isInherited() throws IOException {
        return System.inheritedChannel() instanceof ServerSocketChannel;
    }

    /** Makes the server listen there, and at no address of its own. @return false if no socket was passed */
    static boolean useInherited(JettyConfig to) {
        try {
            if (!isInherited()) return false;
            var socket = new ListeningSocket((ServerSocketChannel) System.inheritedChannel(), true);
            to.addConnector((jetty, http) -> open(socket, new BoundedConnector(jetty, http)));
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ServerConnector open(ListeningSocket socket, ServerConnector connector) {
        try {
            connector.open(socket);
            return connector;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Accepts no more connections. Returns when Jetty has had the time to register those that were accepted. */
    void drain() {
        isDraining = true;
        selector.wakeup();
        ConnectionCloser.pause(REGISTRATION_MILLIS);
    }

    @Override
    public SocketChannel accept() throws IOException {
        for (; isOpen(); selector.select()) {
            var connection = socket.isOpen() && !(isDraining && isInherited) ? socket.accept() : null;
            if (connection != null) return connection;
            if (Thread.currentThread().isInterrupted()) throw new ClosedByInterruptException();
            if (isDraining) stopListening();
            selector.selectedKeys().clear();
        }
        throw new AsynchronousCloseException();
    }

    private void stopListening() throws IOException {
        if (isInherited) key.interestOps(0);
        else socket.close();
    }

    /** An inherited socket stays open: Java would close standard output with it, where the last log lines go. */
    @Override
    protected void implCloseSelectableChannel() throws IOException {
        selector.close();
        if (!isInherited) socket.close();
    }

    @Override
    protected void implConfigureBlocking(boolean block) {
        // Jetty asks for a blocking socket, and accept() blocks in either case.
    }

    @Override
    public ServerSocketChannel bind(SocketAddress local, int backlog) {
        throw new UnsupportedOperationException("The socket is bound already.");
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) throws IOException {
        socket.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return socket.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return socket.supportedOptions();
    }

    @Override
    public ServerSocket socket() {
        return socket.socket();
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
        return socket.getLocalAddress();
    }
}

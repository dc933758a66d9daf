package profiles;

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
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A listening socket that somebody else, such as systemd, has opened and hands us as our standard input. It outlives us: who connects after our
 * end waits there for the next copy of the service, or is taken by another one that has it at the same time.
 */
final class Inherited extends ServerSocketChannel {
    private static final long THROUGH_THE_DOOR_MILLIS = 100;

    private final ServerSocketChannel lent;
    private final Selector waiting;
    private final SelectionKey door;
    private volatile boolean left;

    private Inherited(ServerSocketChannel lent) throws IOException {
        super(lent.provider());
        this.lent = lent;
        this.waiting = Selector.open();
        // Another copy may take the visitor for whom we were woken.
        lent.configureBlocking(false);
        this.door = lent.register(waiting, SelectionKey.OP_ACCEPT);
    }

    static boolean there() throws IOException {
        return System.inheritedChannel() instanceof ServerSocketChannel;
    }

    /** The server listens there, and at no address of its own. Does nothing when there is none. */
    static void offer(JettyConfig to) {
        try {
            if (!there()) return;
            var socket = new Inherited((ServerSocketChannel) System.inheritedChannel());
            to.addConnector((jetty, http) -> on(socket, new ServerConnector(jetty, new HttpConnectionFactory(http))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ServerConnector on(Inherited socket, ServerConnector connector) {
        try {
            connector.open(socket);
            return connector;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Takes no more visitors. Returns when those who were taken have come through the door: the server counts none before. */
    void leave() {
        left = true;
        door.interestOps(0);
        waiting.wakeup();
        Farewell.pause(THROUGH_THE_DOOR_MILLIS);
    }

    @Override
    public SocketChannel accept() throws IOException {
        for (SocketChannel visitor; isOpen(); waiting.select()) {
            visitor = left ? null : lent.accept();
            if (visitor != null) return visitor;
            if (Thread.currentThread().isInterrupted()) throw new ClosedByInterruptException();
            waiting.selectedKeys().clear();
        }
        throw new AsynchronousCloseException();
    }

    /** We listen no more. The socket stays open: Java would close our output with it, where the last words go. */
    @Override
    protected void implCloseSelectableChannel() throws IOException {
        waiting.close();
    }

    @Override
    protected void implConfigureBlocking(boolean block) {
        // To us it always does, see accept.
    }

    @Override
    public ServerSocketChannel bind(SocketAddress local, int backlog) {
        throw new UnsupportedOperationException("it is bound");
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) throws IOException {
        lent.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return lent.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return lent.supportedOptions();
    }

    @Override
    public ServerSocket socket() {
        return lent.socket();
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
        return lent.getLocalAddress();
    }
}

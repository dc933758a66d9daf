package profiles.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import profiles.web.SlowReaders;
import profiles.web.request.DataRate;

/**
 * Accepts as many connections as the heap and the file descriptors allow. Beyond that, each new one makes it close the slowest client's. So
 * idle connections cannot lock out others. Addresses are not distinguished, since behind a proxy all visitors have the same one.
 */
public final class BoundedConnector extends ServerConnector implements SlowReaders {
    /** An estimate: buffers and objects of a connection whose client neither sends nor reads on. */
    private static final long BYTES_EACH = 64 * 1024;
    private static final int MIN = 256, MAX = 16_384;
    /** The kernel would keep megabytes of each answer that nobody reads. In bytes. */
    private static final int SEND_BUFFER = 128 * 1024;
    private static final long CHECK_MILLIS = 1_000;
    /** A little more patient than with bodies, whose senders are told that they are too slow. */
    private static final DataRate PACE = new DataRate(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(1));
    private static final long WAIT_MILLIS = 20;

    /** Accepted, while no selector knows them yet: Jetty does not count them as connections. */
    private final Set<Socket> unregistered = ConcurrentHashMap.newKeySet();
    private volatile DataRate pace = PACE;
    private volatile int limit = Math.min(memoryLimit(), fileDescriptorLimit());
    private Scheduler.Task next;

    private static int memoryLimit() {
        return (int) Math.max(MIN, Math.min(MAX, Runtime.getRuntime().maxMemory() / BYTES_EACH));
    }

    /**
     * A quarter of what the process may open. For a moment there may be twice as many connections; the database, documents and class files
     * need the rest. Unlimited if the system does not tell.
     */
    private static int fileDescriptorLimit() {
        try (var limits = Files.lines(Path.of("/proc/self/limits"))) {
            return limits.filter(line -> line.startsWith("Max open files")).map(line -> line.split("\\s+")[3])
                .filter(limit -> limit.matches("[0-9]{1,9}")).mapToInt(Integer::parseInt).findFirst().orElse(Integer.MAX_VALUE) / 4;
        } catch (IOException | UncheckedIOException notLinux) {
            return Integer.MAX_VALUE;
        }
    }

    public BoundedConnector(Server server, HttpConfiguration http) {
        super(server, new HttpConnectionFactory(http));
        setAcceptedSendBufferSize(SEND_BUFFER);
    }

    @Override
    protected ServerSocketChannel openAcceptChannel() throws IOException {
        return ListeningSocket.own(super.openAcceptChannel());
    }

    DataRate pace() {
        return pace;
    }

    /** For tests, which cannot wait long or open many connections. */
    public void restrict(DataRate pace, int limit) {
        this.pace = pace;
        this.limit = limit;
        endPoints().forEach(DataRateEndPoint::renew);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        checkLater();
    }

    @Override
    protected void doStop() throws Exception {
        next.cancel();
        super.doStop();
    }

    private void checkLater() {
        next = getScheduler().schedule(this::check, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void check() {
        endPoints().forEach(DataRateEndPoint::check);
        closeSurplus(client -> true);
        if (isRunning()) checkLater();
    }

    /** In a flood the acceptor is faster than the selectors, and each connection between them holds a file descriptor. */
    @Override
    public void accept(int acceptor) throws IOException {
        try {
            while (isRunning() && holdsTooMany()) Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException();
        }
        super.accept(acceptor);
    }

    private boolean holdsTooMany() {
        unregistered.removeIf(Socket::isClosed);
        var closing = getConnectedEndPoints().size() > limit ? getConnectedEndPoints().size() - endPoints().count() : 0;
        return unregistered.size() + closing > limit / 4;
    }

    @Override
    protected void configure(Socket accepted) {
        super.configure(accepted);
        unregistered.add(accepted);
    }

    @Override
    protected DataRateEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var endPoint = new DataRateEndPoint(this, channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    @Override
    protected void onEndPointOpened(EndPoint opened) {
        super.onEndPointOpened(opened);
        unregistered.remove(((DataRateEndPoint) opened).getChannel().socket());
        closeSurplus(client -> client != opened);
        // For a moment the service may be at work for all of them: then there is no slow one yet.
        if (getConnectedEndPoints().size() > 2 * limit) opened.close();
    }

    private void closeSurplus(Predicate<DataRateEndPoint> which) {
        if (getConnectedEndPoints().size() <= limit) return;
        for (var surplus = endPoints().count() - limit; surplus > 0 && closeSlowest(which); surplus--) { }
    }

    /** Two for each answer that begins: so what waiting answers hold shrinks. */
    @Override
    public void closeSlowestReaders() {
        if (closeSlowest(DataRateEndPoint::isWriting)) closeSlowest(DataRateEndPoint::isWriting);
    }

    /** @return whether there was one */
    private boolean closeSlowest(Predicate<DataRateEndPoint> which) {
        record Waiting(DataRateEndPoint client, long patience) {
        }
        var slowest = endPoints().filter(which).map(client -> new Waiting(client, client.remainingNanos()))
            .filter(waiting -> waiting.patience() < Long.MAX_VALUE).min(Comparator.comparingLong(Waiting::patience));
        slowest.ifPresent(waiting -> waiting.client().disconnect());
        return slowest.isPresent();
    }

    private Stream<DataRateEndPoint> endPoints() {
        return getConnectedEndPoints().stream().filter(EndPoint::isOpen).map(DataRateEndPoint.class::cast);
    }
}

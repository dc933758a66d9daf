package profiles.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import profiles.config.Config;
import profiles.metrics.Metrics;
import profiles.web.Json;
import profiles.web.response.ServerErrorPage;

/** The HTTP server. It can be started once. */
@Singleton
public final class Server {
    /** Django leaves a per cent sign in names of files: {@code /media/cvs/100%25.pdf}. Nothing here decodes an address twice. */
    private static final UriCompliance PERCENT_IN_NAMES =
        UriCompliance.DEFAULT.with("PERCENT_IN_NAMES", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);
    private static final int VIRTUAL_THREADS = 21;
    /** How long a visitor who is in the middle of sending may pause when the service ends, and how long idle connections can delay it. */
    private static final long PAUSE_MILLIS = 3_000;
    /** What is read of a connection at once: documents come in half as many pieces as by default. */
    private static final int INPUT_BYTES = 16 * 1024;

    private static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";

    static {
        // Compressed ones, as up to 32 GB of heap. Jetty would ask JMX, which is an eighth of the start.
        if (System.getProperty(REFERENCES) == null) System.setProperty(REFERENCES, "16");
    }

    private final Config config;
    private final RouteTable routes;
    private final ServerErrorPage errorPage;
    private final Metrics metrics;
    private final BackgroundJobs jobs;
    private final ConnectionCloser closer = new ConnectionCloser();
    private final Javalin javalin;

    @Inject
    Server(Config config, RouteTable routes, ServerErrorPage errorPage, Metrics metrics, BackgroundJobs jobs) {
        this.config = config;
        this.routes = routes;
        this.errorPage = errorPage;
        this.metrics = metrics;
        this.jobs = jobs;
        this.javalin = Javalin.create(this::configure);
    }

    /** @return the address where it answers, with a slash at the end */
    public String start() {
        jobs.start();
        javalin.start();
        for (var connector : connectors()) {
            connector.setShutdownIdleTimeout(PAUSE_MILLIS);
            connector.getConnectionFactory(HttpConnectionFactory.class).setInputBufferSize(INPUT_BYTES);
        }
        return config.baseUrl() != null ? config.baseUrl() + "/" : "http://" + config.host() + ":" + javalin.port() + "/";
    }

    /** Requests under way end first, and those that still come on open connections; each answer then closes its connection. */
    public void stop() {
        for (var connector : connectors()) closer.announceClose(connector);
        javalin.stop();
        metrics.close();
        jobs.stop();
    }

    private List<ServerConnector> connectors() {
        return Stream.of(javalin.jettyServer().server().getConnectors()).map(ServerConnector.class::cast).toList();
    }

    /** For tests, which ask it by its port. */
    public Javalin javalin() {
        return javalin;
    }

    private void configure(JavalinConfig to) {
        to.startup.showJavalinBanner = false;
        to.startup.startupWatcherEnabled = false;
        to.startup.showOldJavalinVersionWarning = false;
        to.concurrency.useVirtualThreads = Runtime.version().feature() >= VIRTUAL_THREADS;
        to.http.prefer405over404 = true;
        to.http.compressionStrategy = CompressionStrategy.NONE;
        to.jsonMapper(new JavalinJackson(Json.STRICT, false));
        to.requestLogger.http(metrics::count);
        to.jetty.modifyHttpConfiguration(Server::configureHttp);
        to.jetty.modifyServer(jetty -> {
            jetty.insertHandler(closer);
            jetty.insertHandler(new FairPipelining());
            jetty.insertHandler(new LingeringClose());
            jetty.setErrorHandler(errorPage);
            jetty.setStopTimeout(config.stopSeconds() * 1000L);
            jetty.setStopAtShutdown(false);
        });
        if (!ListeningSocket.useInherited(to.jetty)) to.jetty.addConnector(this::connector);
        routes.declare(to.routes);
    }

    private BoundedConnector connector(org.eclipse.jetty.server.Server jetty, HttpConfiguration http) {
        var connector = new BoundedConnector(jetty, http);
        connector.setHost(config.host());
        connector.setPort(config.port());
        return connector;
    }

    private static void configureHttp(HttpConfiguration http) {
        http.setUriCompliance(PERCENT_IN_NAMES);
        http.setSendServerVersion(false);
    }
}

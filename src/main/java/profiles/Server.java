package profiles;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.json.JavalinJackson;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import profiles.metrics.Metrics;
import profiles.web.Access;
import profiles.web.Assets;
import profiles.web.Compression;
import profiles.web.Cors;
import profiles.web.Failures;
import profiles.web.Json;
import profiles.web.Limits;
import profiles.web.Refusals;
import profiles.web.SafeHeaders;
import profiles.web.SameOrigin;
import profiles.web.Utf8;

/** The HTTP server with all that it answers. It can be started once. */
@Singleton
public final class Server {
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
    private final Routes routes;
    private final Assets assets;
    private final SafeHeaders headers;
    private final Cors cors;
    private final SameOrigin sameOrigin;
    private final Limits limits;
    private final Access access;
    private final Failures failures;
    private final Refusals refusals;
    private final Metrics metrics;
    private final Works works;
    private final Farewell farewell = new Farewell();
    private final Javalin javalin;

    @Inject
    Server(Config config, Routes routes, Assets assets, SafeHeaders headers, Cors cors, SameOrigin sameOrigin, Limits limits, Access access, Failures failures,
           Refusals refusals, Metrics metrics, Works works) {
        this.config = config;
        this.routes = routes;
        this.assets = assets;
        this.headers = headers;
        this.cors = cors;
        this.sameOrigin = sameOrigin;
        this.limits = limits;
        this.access = access;
        this.failures = failures;
        this.refusals = refusals;
        this.metrics = metrics;
        this.works = works;
        this.javalin = Javalin.create(this::configure);
    }

    /** @return the address where it answers, with a slash at the end */
    public String start() {
        works.start();
        javalin.start();
        for (var connector : connectors()) {
            connector.setShutdownIdleTimeout(PAUSE_MILLIS);
            connector.getConnectionFactory(HttpConnectionFactory.class).setInputBufferSize(INPUT_BYTES);
        }
        return config.baseUrl() != null ? config.baseUrl() + "/" : "http://" + config.host() + ":" + javalin.port() + "/";
    }

    /** Requests under way end first, and those that still come on open connections; each answer then closes its connection. */
    public void stop() {
        for (var connector : connectors()) farewell.say(connector);
        javalin.stop();
        metrics.close();
        works.stop();
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
        to.jsonMapper(new JavalinJackson(Json.STRICT, false));
        to.requestLogger.http(metrics::count);
        to.jetty.host = config.host();
        to.jetty.port = config.port();
        to.jetty.modifyHttpConfiguration(Server::http);
        to.jetty.modifyServer(jetty -> {
            jetty.insertHandler(farewell);
            jetty.setErrorHandler(refusals);
            jetty.setStopTimeout(config.stopSeconds() * 1000L);
            jetty.setStopAtShutdown(false);
        });
        Inherited.offer(to.jetty);
        filters(to.routes);
        assets.declare(to.routes);
        routes.declare(to.routes);
    }

    private void filters(RoutesConfig to) {
        failures.declare(to);
        to.before(headers::add);
        to.before(cors::answer);
        to.before(Compression::check);
        to.before(Utf8::check);
        to.before(sameOrigin::check);
        to.beforeMatched(access::check);
        to.beforeMatched(limits::check);
    }

    private static void http(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
    }
}

package profiles;

import io.ebean.Database;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import profiles.data.Pools;
import profiles.media.Storage;
import profiles.metrics.Metrics;
import profiles.web.Access;
import profiles.web.Cors;
import profiles.web.Failures;
import profiles.web.Json;
import profiles.web.Limits;
import profiles.web.Refusals;
import profiles.web.Role;
import profiles.web.SafeHeaders;
import profiles.web.SameOrigin;
import profiles.web.Utf8;

/** The HTTP server with all that it answers. It can be started once. */
@Singleton
public final class Server {
    private static final int VIRTUAL_THREADS = 21;
    private static final long STOP_MILLIS = 10_000;
    /** How long a visitor who is in the middle of sending may pause when the service ends, and how long idle connections can delay it. */
    private static final long PAUSE_MILLIS = 3_000;

    private final Config config;
    private final Routes routes;
    private final SafeHeaders headers;
    private final Cors cors;
    private final SameOrigin sameOrigin;
    private final Limits limits;
    private final Access access;
    private final Failures failures;
    private final Refusals refusals;
    private final Daily daily;
    private final Deliveries deliveries;
    private final Storage storage;
    private final Database db;
    private final Pools pools;
    private final Metrics metrics;
    private final Javalin javalin;

    @Inject
    Server(Config config, Routes routes, SafeHeaders headers, Cors cors, SameOrigin sameOrigin, Limits limits, Access access, Failures failures,
           Refusals refusals, Daily daily, Deliveries deliveries, Storage storage, Database db, Pools pools, Metrics metrics) {
        this.config = config;
        this.routes = routes;
        this.headers = headers;
        this.cors = cors;
        this.sameOrigin = sameOrigin;
        this.limits = limits;
        this.access = access;
        this.failures = failures;
        this.refusals = refusals;
        this.daily = daily;
        this.deliveries = deliveries;
        this.storage = storage;
        this.db = db;
        this.pools = pools;
        this.metrics = metrics;
        this.javalin = Javalin.create(this::configure);
    }

    /** @return the address where it answers, with a slash at the end */
    public String start() {
        daily.start();
        deliveries.start();
        javalin.start();
        for (var connector : javalin.jettyServer().server().getConnectors()) ((ServerConnector) connector).setShutdownIdleTimeout(PAUSE_MILLIS);
        return config.baseUrl() != null ? config.baseUrl() + "/" : "http://" + config.host() + ":" + javalin.port() + "/";
    }

    /** Requests under way end first. */
    public void stop() {
        javalin.stop();
        metrics.close();
        daily.stop();
        deliveries.stop();
        storage.close();
        db.shutdown();
        pools.close();
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
            jetty.insertHandler(new GracefulHandler());
            jetty.setErrorHandler(refusals);
            jetty.setStopTimeout(STOP_MILLIS);
            jetty.setStopAtShutdown(false);
        });
        to.staticFiles.add(files -> {
            files.hostedPath = "/static";
            files.directory = "/static";
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
            files.roles = Set.of(Role.GUEST);
        });
        filters(to.routes);
        routes.declare(to.routes);
    }

    private void filters(RoutesConfig to) {
        failures.declare(to);
        to.before(headers::add);
        to.before(cors::answer);
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

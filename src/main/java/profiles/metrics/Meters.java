package profiles.metrics;

import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

/** All figures. What a request is counted under is looked up, not made: there are as many of them as routes and statuses. */
final class Meters implements AutoCloseable {
    private static final Duration[] BUCKETS = Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000).map(Duration::ofMillis).toArray(Duration[]::new);
    private static final int STATUSES = 600;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<Object, AtomicReferenceArray<Timer>> requests = new ConcurrentHashMap<>();

    Meters(Figures figures) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        figures.bindTo(registry);
    }

    void request(Asked asked) {
        var timers = requests.get(asked.key());
        if (timers == null) timers = requests.computeIfAbsent(asked.key(), key -> new AtomicReferenceArray<>(STATUSES));
        var timer = timers.get(asked.status() % STATUSES);
        if (timer == null) timers.set(asked.status() % STATUSES, timer = timer(asked));
        timer.record(asked.nanos(), TimeUnit.NANOSECONDS);
    }

    /** The registry gives the same one to all who ask for it at once. */
    private Timer timer(Asked asked) {
        return Timer.builder("http.server.requests").description("Requests that were answered, and how long it took")
            .tag("uri", asked.route()).tag("method", asked.method()).tag("status", String.valueOf(asked.status()))
            .serviceLevelObjectives(BUCKETS).register(registry);
    }

    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    /**
     * A request that was answered.
     *
     * @param endpoint null where there was none: then neither path nor method is told, of which there is no end
     */
    record Asked(Endpoint endpoint, int status, long nanos) {
        Object key() {
            return endpoint == null ? "" : endpoint;
        }

        String route() {
            return endpoint == null ? "none" : endpoint.path;
        }

        String method() {
            return endpoint == null ? "ANY" : endpoint.method.name();
        }
    }
}

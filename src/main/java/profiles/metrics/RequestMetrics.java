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

/** The meters of requests. They are looked up, not created, since their number is routes times statuses. */
final class RequestMetrics implements AutoCloseable {
    private static final Duration[] BUCKETS = Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000).map(Duration::ofMillis)
        .toArray(Duration[]::new);
    private static final int STATUSES = 600;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<Object, AtomicReferenceArray<Timer>> requests = new ConcurrentHashMap<>();

    RequestMetrics(MetricsBinder figures) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        figures.bindTo(registry);
    }

    void request(Asked request) {
        var timers = requests.get(request.key());
        if (timers == null) timers = requests.computeIfAbsent(request.key(), key -> new AtomicReferenceArray<>(STATUSES));
        var timer = timers.get(request.status() % STATUSES);
        if (timer == null) timers.set(request.status() % STATUSES, timer = timer(request));
        timer.record(request.nanos(), TimeUnit.NANOSECONDS);
    }

    /** The registry gives the same one to all who ask for it at once. */
    private Timer timer(Asked request) {
        return Timer.builder("http.server.requests").description("Requests that were answered, and how long it took")
            .tag("uri", request.route()).tag("method", request.method()).tag("status", String.valueOf(request.status()))
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

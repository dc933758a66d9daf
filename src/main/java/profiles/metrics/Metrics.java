package profiles.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.config.Config;
import profiles.metrics.RequestMetrics.Asked;
import profiles.web.ClientAddress;
import profiles.web.Problem;

/** The metrics for Prometheus: for this machine, and for clients with the token (ASVS 13.4.5). To all others they do not exist. */
@Singleton
public final class Metrics {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8", BEARER = "Bearer ";
    private static final double NANOS = 1e6;

    private final MetricsBinder figures;
    private final ClientAddress client;
    private final String token;
    private final CompletableFuture<RequestMetrics> opened = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile RequestMetrics meters;

    @Inject
    Metrics(MetricsBinder figures, ClientAddress client, Config config) {
        this.figures = figures;
        this.client = client;
        this.token = config.watch().metricsToken();
    }

    public void close() {
        opened.thenAccept(RequestMetrics::close);
    }

    /** For Javalin, when a request was answered. @param millis that it took */
    public void count(Context ctx, Float millis) {
        var request = new Asked(ctx.endpoints().matchedHttpEndpoint(), ctx.statusCode(), (long) (millis * NANOS));
        if (meters != null) meters.request(request);
        else open().thenAccept(ready -> ready.request(request));
    }

    /** With the first request, and off its way: the start would be a tenth longer. */
    private CompletableFuture<RequestMetrics> open() {
        if (begun.getAndSet(true)) return opened;
        opened.thenAccept(ready -> meters = ready);
        var thread = new Thread(() -> opened.completeAsync(() -> new RequestMetrics(figures), Runnable::run), "metrics");
        thread.setDaemon(true);
        thread.start();
        return opened;
    }

    public void expose(Context ctx) {
        if (!client.isLocal(ctx) && !knowsToken(ctx)) throw Problem.notFound();
        ctx.contentType(TEXT).result(open().join().text());
    }

    private boolean knowsToken(Context ctx) {
        var told = ctx.header("Authorization");
        return token != null && told != null && MessageDigest.isEqual((BEARER + token).getBytes(UTF_8), told.getBytes(UTF_8));
    }
}

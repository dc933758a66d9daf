package profiles.metrics;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javax.inject.Inject;
import profiles.account.password.HashingLimiter;
import profiles.background.Workers;
import profiles.database.ConnectionPools;
import profiles.health.Health;
import profiles.mail.MailSender;
import profiles.mail.Outbox;
import profiles.media.MediaCleanup;
import profiles.media.UploadCounters;

/** Registers the gauges and counters that other packages keep. */
final class MetricsBinder {
    private final ConnectionPools pools;
    private final HashingLimiter room;
    private final UploadCounters uploads;
    private final MediaCleanup sweep;
    private final MailSender postman;
    private final Outbox outbox;
    private final Health health;
    private final Workers workers;

    @Inject
    MetricsBinder(ConnectionPools pools, HashingLimiter room, UploadCounters uploads, MediaCleanup sweep, MailSender postman, Outbox outbox,
        Health health,
            Workers workers) {
        this.pools = pools;
        this.room = room;
        this.uploads = uploads;
        this.sweep = sweep;
        this.postman = postman;
        this.outbox = outbox;
        this.health = health;
        this.workers = workers;
    }

    void bindTo(MeterRegistry to) {
        pool(to, pools.writers());
        pool(to, pools.readers());
        gauge(to, "profiles.hashes.running", "Password hashes that are computed now", room, HashingLimiter::running);
        gauge(to, "profiles.hashes.waiting", "Password hashes that wait in line", room, HashingLimiter::waiting);
        counter(to, "profiles.hashes.refused", "Password hashes for which there was no room", room, HashingLimiter::refused);
        counter(to, "profiles.uploads.stored", "Documents that were stored", uploads, UploadCounters::stored);
        FunctionCounter.builder("profiles.uploads", uploads, UploadCounters::bytes).description("What they hold").baseUnit("bytes")
            .register(to);
        for (var why : UploadCounters.Refusal.values()) {
            FunctionCounter.builder("profiles.uploads.refused", uploads, all -> all.refusals(why))
                .description("Documents that were refused")
                .tag("reason", why.name().toLowerCase(Locale.ROOT)).register(to);
        }
        TimeGauge.builder("profiles.sweep.last", sweep, TimeUnit.SECONDS, all -> seconds(all.lastRun()))
            .description("When this copy last finished a cleanup of files, since 1970; 0 for never").register(to);
        counter(to, "profiles.sweep.removed", "Files without a reference that were deleted", sweep, MediaCleanup::removed);
        counter(to, "profiles.mails.sent", "Letters that were delivered", postman, MailSender::sent);
        counter(to, "profiles.mails.failed", "Deliveries that failed", postman, MailSender::failed);
        gauge(to, "profiles.mails.waiting", "Letters in the outbox of all copies", outbox, Outbox::count);
        for (var part : health.failingParts()) Gauge.builder("profiles.failing", health, all -> all.fails(part) ? 1 : 0)
            .description("1 for a part of the service that fails, as /healthz tells").tag("part", part).register(to);
        for (var worker : workers.all())
            TimeGauge.builder("profiles.worker.last", worker, TimeUnit.SECONDS, each -> seconds(each.lastSuccess()))
                .tag("worker", worker.name())
                .description("When work in the background has last succeeded, since 1970; 0 for never").register(to);
    }

    /** @param at null for never */
    private static double seconds(Instant at) {
        return at == null ? 0 : at.getEpochSecond();
    }

    /** Asked of the pool, and not told by it: a request pays nothing. */
    private static void pool(MeterRegistry to, HikariDataSource pool) {
        var now = pool.getHikariPoolMXBean();
        connections(to, pool, "hikaricp.connections", now::getTotalConnections);
        connections(to, pool, "hikaricp.connections.active", now::getActiveConnections);
        connections(to, pool, "hikaricp.connections.idle", now::getIdleConnections);
        connections(to, pool, "hikaricp.connections.pending", now::getThreadsAwaitingConnection);
        connections(to, pool, "hikaricp.connections.max", pool::getMaximumPoolSize);
    }

    private static void connections(MeterRegistry to, HikariDataSource pool, String name, Supplier<Number> number) {
        Gauge.builder(name, number).tag("pool", pool.getPoolName()).register(to);
    }

    private static <T> void gauge(MeterRegistry to, String name, String description, T of, ToDoubleFunction<T> number) {
        Gauge.builder(name, of, number).description(description).register(to);
    }

    private static <T> void counter(MeterRegistry to, String name, String description, T of, ToDoubleFunction<T> number) {
        FunctionCounter.builder(name, of, number).description(description).register(to);
    }
}

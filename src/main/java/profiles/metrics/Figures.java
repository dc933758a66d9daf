package profiles.metrics;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javax.inject.Inject;
import profiles.account.password.Room;
import profiles.data.Pools;
import profiles.mail.Outbox;
import profiles.mail.Postman;
import profiles.media.Sweep;
import profiles.media.Uploads;

/** What the rooms count themselves, and are asked for when somebody looks. */
final class Figures {
    private final Pools pools;
    private final Room room;
    private final Uploads uploads;
    private final Sweep sweep;
    private final Postman postman;
    private final Outbox outbox;

    @Inject
    Figures(Pools pools, Room room, Uploads uploads, Sweep sweep, Postman postman, Outbox outbox) {
        this.pools = pools;
        this.room = room;
        this.uploads = uploads;
        this.sweep = sweep;
        this.postman = postman;
        this.outbox = outbox;
    }

    void bindTo(MeterRegistry to) {
        pool(to, pools.writers());
        pool(to, pools.readers());
        gauge(to, "profiles.hashes.running", "Password hashes that are computed now", room, Room::running);
        gauge(to, "profiles.hashes.waiting", "Password hashes that wait in line", room, Room::waiting);
        counter(to, "profiles.hashes.refused", "Password hashes for which there was no room", room, Room::refused);
        counter(to, "profiles.uploads.stored", "Documents that were stored", uploads, Uploads::stored);
        FunctionCounter.builder("profiles.uploads", uploads, Uploads::bytes).description("What they hold").baseUnit("bytes").register(to);
        for (var why : Uploads.Refusal.values()) {
            FunctionCounter.builder("profiles.uploads.refused", uploads, all -> all.refusals(why)).description("Documents that were refused")
                .tag("reason", why.name().toLowerCase(Locale.ROOT)).register(to);
        }
        TimeGauge.builder("profiles.sweep.last", sweep, TimeUnit.SECONDS, Figures::last).description("When this copy has last swept, since 1970; 0 for never").register(to);
        counter(to, "profiles.sweep.removed", "Documents without a reference that were removed", sweep, Sweep::removed);
        counter(to, "profiles.mails.sent", "Letters that were delivered", postman, Postman::sent);
        counter(to, "profiles.mails.failed", "Deliveries that failed", postman, Postman::failed);
        gauge(to, "profiles.mails.waiting", "Letters in the outbox of all copies", outbox, Outbox::waiting);
    }

    private static double last(Sweep sweep) {
        var last = sweep.last();
        return last == null ? 0 : last.getEpochSecond();
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

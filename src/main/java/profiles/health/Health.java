package profiles.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.background.Workers;
import profiles.web.Nullable;

/**
 * Whether the service works, and which parts fail. A 503 makes a load balancer use another copy, so it is only for failures that another
 * copy does not have.
 */
@Singleton
public final class Health {
    /** Beside these each background worker is a part. */
    private static final String DATABASE = "database", DISK = "disk", STORE = "store", MAIL = "mail delivery";
    /** The answer is kept for a second, since anybody may ask. */
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DatabaseCheck database;
    private final DiskCheck disk;
    private final StorageCheck store;
    private final MailCheck mail;
    private final Workers workers;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Looked last;

    @Inject
    Health(DatabaseCheck database, DiskCheck disk, StorageCheck store, MailCheck mail, Workers workers) {
        this.database = database;
        this.disk = disk;
        this.store = store;
        this.mail = mail;
        this.workers = workers;
    }

    /**
     * As programs read it.
     *
     * @param status  {@code ok}; {@code impaired} when parts fail; {@code down}, with a 503, when another copy should be asked
     * @param failing null where nothing fails
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record State(String status, @Nullable List<Part> failing) { }

    /** @param reason for everybody to read, without any secret; the log says more */
    public record Part(String part, String reason) { }

    private record Looked(List<Part> failing, boolean down, long at) { }

    public void answer(Context ctx) {
        var now = check();
        if (now.down) ctx.status(503).header("Retry-After", "5");
        ctx.json(new State(now.down ? "down" : now.failing.isEmpty() ? "ok" : "impaired", now.failing.isEmpty() ? null : now.failing));
    }

    /** The names of all parts, which do not change once the service has started. */
    public List<String> failingParts() {
        var all = new ArrayList<>(List.of(DATABASE, DISK, STORE, MAIL));
        workers.all().forEach(worker -> all.add(worker.name()));
        return all;
    }

    public boolean fails(String part) {
        return check().failing.stream().anyMatch(failing -> failing.part.equals(part));
    }

    private Looked check() {
        var known = last;
        if (known != null && (System.nanoTime() - known.at < KEPT_NANOS || !looking.tryLock())) return known;
        if (known == null) looking.lock();
        try {
            last = lookAnew();
            return last;
        } finally {
            looking.unlock();
        }
    }

    private Looked lookAnew() {
        var failing = new ArrayList<Part>();
        var state = database.check();
        add(failing, DATABASE, state.reason());
        add(failing, DISK, disk.reason());
        add(failing, STORE, store.reason());
        add(failing, MAIL, mail.reason());
        for (var worker : workers.all()) if (worker.failing()) add(failing, worker.name(), "It fails, and is tried again: see the log.");
        return new Looked(List.copyOf(failing), state.elsewhere(), System.nanoTime());
    }

    private static void add(List<Part> failing, String part, String reason) {
        if (reason != null) failing.add(new Part(part, reason));
    }
}

package profiles.media;

import io.ebean.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.media.query.QDeletionLease;

/**
 * While a lease is held, no copy of the service deletes files; a later cleanup does. Before each delete the lease is checked, after the
 * reference is gone. So a file that is referenced after the lease was taken stays until the lease ends.
 */
@Singleton
public final class DeletionLeases {
    private static final Logger LOG = LoggerFactory.getLogger(DeletionLeases.class);
    private static final Duration LEASE = Duration.ofMinutes(10), RENEWED = Duration.ofMinutes(1);
    /** The rest of the lease is for clocks that differ. */
    private static final Duration LAPSED = LEASE.dividedBy(2);

    private final Database db;
    private final Clock clock;

    @Inject
    DeletionLeases(Database db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public boolean any() {
        return new QDeletionLease(db).until.greaterThan(clock.instant()).exists();
    }

    /** To be kept alive by {@link Held#renew}, and closed. */
    public Held take() {
        var now = clock.instant();
        new QDeletionLease(db).until.lessThan(now.minus(LEASE)).delete();
        var hold = new DeletionLease(now.plus(LEASE));
        db.save(hold);
        return new Held(hold, now);
    }

    /** One that is ours. */
    public final class Held implements AutoCloseable {
        private final DeletionLease hold;
        private Instant renewed;

        private Held(DeletionLease hold, Instant now) {
            this.hold = hold;
            this.renewed = now;
        }

        /** Call it often: it does something once a minute. @return false when it had ended meanwhile, so that files may have gone */
        public boolean renew() {
            var now = clock.instant();
            if (now.isBefore(renewed.plus(RENEWED))) return true;
            if (now.isAfter(renewed.plus(LAPSED))) return false;
            renewed = now;
            return new QDeletionLease(db).id.eq(hold.id).asUpdate().set("until", now.plus(LEASE)).update() == 1;
        }

        /** One that cannot be ended ends by itself. */
        @Override
        public void close() {
            try {
                new QDeletionLease(db).id.eq(hold.id).delete();
            } catch (RuntimeException failed) {
                LOG.warn("documents stay for some minutes more", failed);
            }
        }
    }
}

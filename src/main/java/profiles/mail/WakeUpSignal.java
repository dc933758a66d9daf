package profiles.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Wakes a waiting thread when there is work. */
@Singleton
public final class WakeUpSignal {
    private final Semaphore rings = new Semaphore(0);

    @Inject
    WakeUpSignal() {
    }

    public void signal() {
        rings.release();
    }

    /** Waits for a ring, at most this long; several that came meanwhile count as one. */
    public void await(Duration max) {
        try {
            rings.tryAcquire(max.toMillis(), TimeUnit.MILLISECONDS);
            rings.drainPermits();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

package profiles.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Rings when there is something to do, so that nobody has to look all the time. */
@Singleton
public final class Bell {
    private final Semaphore rings = new Semaphore(0);

    @Inject
    Bell() {
    }

    public void ring() {
        rings.release();
    }

    /** Waits for a ring, at most this long; several that came meanwhile count as one. */
    public void await(Duration most) {
        try {
            rings.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
            rings.drainPermits();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

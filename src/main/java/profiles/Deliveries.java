package profiles;

import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.account.ResetRequests;
import profiles.mail.Bell;
import profiles.mail.Postman;

/** Writes and sends mail, off the requests' way, for as long as the service runs. What is left at its end waits in the database. */
@Singleton
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /** How often it looks for what is due again, or was left by another copy of the service; new mail rings the bell. */
    private static final Duration LOOK = Duration.ofSeconds(2), AFTER_FAILURE = Duration.ofSeconds(30);
    static final long STOP_MILLIS = 5_000;

    private final ResetRequests resets;
    private final Postman postman;
    private final Bell bell;
    private final Thread thread = new Thread(this::run, "mail");
    private volatile boolean stopping;

    @Inject
    Deliveries(ResetRequests resets, Postman postman, Bell bell) {
        this.resets = resets;
        this.postman = postman;
        this.bell = bell;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** A delivery under way may end; one that hangs is broken off, and tried again later. */
    void stop() {
        stopping = true;
        bell.ring();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) bell.await(round() ? LOOK : AFTER_FAILURE);
    }

    private boolean round() {
        try {
            resets.run();
            postman.run(() -> stopping);
            return true;
        } catch (RuntimeException failed) {
            if (!stopping) LOG.warn("mail could not be looked after", failed);
            return false;
        }
    }
}

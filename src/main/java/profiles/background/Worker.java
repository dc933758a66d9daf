package profiles.background;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A background job's runner: no failure ends it, and its last success is known. */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final Clock clock;
    private volatile Instant lastSuccess;
    private volatile boolean failing;
    private volatile boolean stopped;

    Worker(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    /** Null for never. */
    public Instant lastSuccess() {
        return lastSuccess;
    }

    /** Whether it did not succeed when it was last tried. */
    public boolean failing() {
        return failing;
    }

    /** Failures are not logged from now on, since the service stops and closes what the work needs. */
    public void stop() {
        stopped = true;
    }

    /**
     * Runs the work once. An Error, such as a full heap, must not end a job that nobody would start again.
     *
     * @return whether it succeeded
     */
    public boolean run(Runnable work) {
        try {
            work.run();
            lastSuccess = clock.instant();
            if (failing) LOG.info("{} succeeds again", name);
            failing = false;
            return true;
        } catch (Throwable failed) {
            note(failed);
            return false;
        }
    }

    /** The first of several in a row is told whole. */
    private void note(Throwable failed) {
        var first = !failing;
        failing = true;
        try {
            if (stopped) return;
            if (first) LOG.warn("{} failed, and is tried again", name, failed);
            else LOG.debug("{} failed again", name, failed);
        } catch (Throwable alsoThis) {
            // There is not even memory for a line.
        }
    }
}

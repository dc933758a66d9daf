package profiles;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.account.Links;
import profiles.account.Sessions;
import profiles.audit.Audit;
import profiles.data.OneCopy;
import profiles.media.Holds;
import profiles.media.Incoming;
import profiles.media.Sweep;

/** What is tidied at start, off its way, and then once a day. */
@Singleton
final class Daily {
    private static final Logger LOG = LoggerFactory.getLogger(Daily.class);

    static final int SECONDS_TO_END = 5;

    private final OneCopy oneCopy;
    private final Incoming incoming;
    private final Holds holds;
    private final Sweep sweep;
    private final Sessions sessions;
    private final Links links;
    private final Audit audit;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "daily");
        daemon.setDaemon(true);
        return daemon;
    });

    @Inject
    Daily(OneCopy oneCopy, Incoming incoming, Holds holds, Sweep sweep, Sessions sessions, Links links, Audit audit) {
        this.oneCopy = oneCopy;
        this.incoming = incoming;
        this.holds = holds;
        this.sweep = sweep;
        this.sessions = sessions;
        this.links = links;
        this.audit = audit;
    }

    void start() {
        incoming.make();
        thread.scheduleWithFixedDelay(this::run, 0, 1, TimeUnit.DAYS);
    }

    /** What is being tidied ends first, since the database goes next. */
    void stop() {
        thread.shutdown();
        try {
            thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }

    /** Each copy has parts on their way of its own; the rest is the same for all of them. */
    private void run() {
        tidy("temporary files", incoming::sweep);
        tidy("what all copies share", () -> {
            if (!oneCopy.does(this::runAlone)) LOG.info("another copy of the service tidies at this moment");
        });
    }

    private void runAlone() {
        files();
        tidy("ended sessions", sessions::sweep);
        tidy("links from mails", links::sweep);
        tidy("old audit events", audit::sweep);
    }

    /** A backup that is made at this hour every day must not keep them for ever. */
    private void files() {
        tidy("files without a reference", () -> {
            if (holds.any()) thread.schedule(() -> oneCopy.does(this::files), 1, TimeUnit.HOURS);
            else sweep.run();
        });
    }

    /** One that fails must end neither the others nor the days to come. */
    private static void tidy(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            LOG.warn("{} could not be swept", what, failed);
        }
    }
}

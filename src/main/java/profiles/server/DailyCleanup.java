package profiles.server;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.account.email.AllauthEmails;
import profiles.account.link.LinkTokens;
import profiles.account.session.Sessions;
import profiles.audit.AuditTrail;
import profiles.background.Worker;
import profiles.background.Workers;
import profiles.database.CleanupLock;
import profiles.mail.MailboxLimit;
import profiles.media.DeletionLeases;
import profiles.media.MediaCleanup;
import profiles.media.UploadTempFolder;

/** Runs the cleanups, and what else is due, after the start and once a day. */
@Singleton
public final class DailyCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCleanup.class);

    public static final int SECONDS_TO_END = 5;
    private static final int AGAIN_MINUTES = 5;

    private final CleanupLock cleanupLock;
    private final UploadTempFolder uploads;
    private final DeletionLeases leases;
    private final MediaCleanup mediaCleanup;
    private final Sessions sessions;
    private final LinkTokens links;
    private final AllauthEmails allauth;
    private final MailboxLimit mailboxes;
    private final AuditTrail audit;
    private final Worker temporary, shared, unreferenced, copied, ended, old;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "daily");
        daemon.setDaemon(true);
        return daemon;
    });

    @Inject
    DailyCleanup(CleanupLock cleanupLock, UploadTempFolder uploads, DeletionLeases leases, MediaCleanup mediaCleanup, Sessions sessions,
        LinkTokens links, AllauthEmails allauth, MailboxLimit mailboxes, AuditTrail audit, Workers workers) {
        this.cleanupLock = cleanupLock;
        this.uploads = uploads;
        this.leases = leases;
        this.mediaCleanup = mediaCleanup;
        this.sessions = sessions;
        this.links = links;
        this.allauth = allauth;
        this.mailboxes = mailboxes;
        this.audit = audit;
        this.temporary = workers.named("cleanup of temporary files");
        this.shared = workers.named("cleanup for all copies");
        this.unreferenced = workers.named("cleanup of files without a reference");
        this.copied = workers.named("copy of addresses that were confirmed in django-allauth");
        this.ended = workers.named("cleanup of ended sessions");
        this.old = workers.named("cleanup of old links and events");
    }

    void start() {
        uploads.create();
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

    /**
     * Each copy has parts on their way of its own; the rest is the same for all. One that fails ends neither the others nor the days to
     * come.
     */
    private void run() {
        temporary.run(uploads::deleteOld);
        shared.run(() -> {
            if (cleanupLock.tryRun(this::runExclusively)) return;
            LOG.info("another copy of the service tidies at this moment");
            // Or one did so until it crashed, and its lock has to lapse.
            thread.schedule(this::run, AGAIN_MINUTES, TimeUnit.MINUTES);
        });
    }

    private void runExclusively() {
        cleanMedia();
        copied.run(allauth::copy);
        ended.run(sessions::deleteExpired);
        old.run(() -> {
            links.deleteExpired();
            mailboxes.deleteExpired();
            audit.deleteExpired();
        });
    }

    /** A backup that is made at this hour every day must not keep them for ever. */
    private void cleanMedia() {
        unreferenced.run(() -> {
            if (leases.any()) thread.schedule(() -> shared.run(() -> cleanupLock.tryRun(this::cleanMedia)), 1, TimeUnit.HOURS);
            else mediaCleanup.run();
        });
    }
}

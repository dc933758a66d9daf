package profiles.server;

import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.recovery.ResetRequests;
import profiles.background.Worker;
import profiles.background.Workers;
import profiles.mail.MailSender;
import profiles.mail.WakeUpSignal;

/** Delivers mails in the background, while the service runs. The rest waits in the database. */
@Singleton
public final class MailWorker {
    /** How often it looks for what is due again, or was left by another copy of the service; new mail wakes it up at once. */
    private static final Duration LOOK = Duration.ofSeconds(2), AFTER_FAILURE = Duration.ofSeconds(30);
    public static final long STOP_MILLIS = 5_000;

    private final ResetRequests resets;
    private final MailSender sender;
    private final WakeUpSignal wakeUp;
    private final Worker worker;
    private final Thread thread = new Thread(this::run, "mail");
    private volatile boolean stopping;

    @Inject
    MailWorker(ResetRequests resets, MailSender sender, WakeUpSignal wakeUp, Workers workers) {
        this.resets = resets;
        this.sender = sender;
        this.wakeUp = wakeUp;
        this.worker = workers.named("mail");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** A delivery under way may end; one that hangs is broken off, and tried again later. */
    void stop() {
        stopping = true;
        worker.stop();
        wakeUp.signal();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) wakeUp.await(deliverDue() ? LOOK : AFTER_FAILURE);
    }

    private boolean deliverDue() {
        return worker.run(() -> {
            resets.run();
            sender.run(() -> stopping);
        });
    }
}

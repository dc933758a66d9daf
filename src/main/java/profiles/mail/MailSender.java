package profiles.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers due mails. After a failure it tries again after growing pauses, until the mail has expired. A mail whose delivery was
 * interrupted by a crash is sent again: twice is better than never.
 */
@Singleton
public final class MailSender {
    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

    private final Outbox outbox;
    private final MailboxLimit limit;
    private final MailTransport transport;
    private final Clock clock;
    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile Instant failingSince;

    @Inject
    MailSender(Outbox outbox, MailboxLimit limit, MailTransport transport, Clock clock) {
        this.outbox = outbox;
        this.limit = limit;
        this.transport = transport;
        this.clock = clock;
    }

    /** Until nothing is due any more. */
    public void run(BooleanSupplier stopping) {
        for (var due = outbox.findDue(); !due.isEmpty(); due = outbox.findDue()) {
            for (var mail : due) {
                if (stopping.getAsBoolean()) return;
                if (isWithinLimit(mail) && outbox.claim(mail)) deliver(mail);
            }
        }
    }

    /** @return false for a mail that waits, since its mailbox has enough for now, or is given up, since it would wait for too long */
    private boolean isWithinLimit(OutgoingMail mail) {
        var next = limit.next(mail.recipient);
        if (!clock.instant().isBefore(next)) return true;
        if (mail.isTooLate(next)) giveUp(mail, "the mailbox has got as many mails as we send to one");
        else outbox.postpone(mail, next);
        return false;
    }

    public long sent() {
        return sent.sum();
    }

    /** How many tries of this copy did not succeed. */
    public long failed() {
        return failed.sum();
    }

    /** When the first delivery of this copy failed of those after which none has succeeded; null where the last one did. */
    public Instant failingSince() {
        return failingSince;
    }

    private void deliver(OutgoingMail mail) {
        if (mail.isTooLate(clock.instant())) {
            giveUp(mail, "it is of no use any more");
            return;
        }
        try {
            transport.send(mail.message());
            outbox.delivered(mail);
            sent.increment();
            failingSince = null;
        } catch (DeliveryException reason) {
            failed.increment();
            if (failingSince == null) failingSince = clock.instant();
            if (reason.isPermanent()) giveUp(mail, reason.getMessage());
            else tryAgain(mail, reason.getMessage());
        }
    }

    private void tryAgain(OutgoingMail mail, String reason) {
        outbox.retryLater(mail);
        LOG.warn("{} could not be delivered, and is tried again: {}", mail, reason);
    }

    private void giveUp(OutgoingMail mail, String reason) {
        outbox.remove(mail);
        LOG.error("{} is given up: {}", mail, reason);
    }
}

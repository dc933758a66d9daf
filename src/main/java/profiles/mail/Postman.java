package profiles.mail;

import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due. A letter that nobody takes is tried again after growing pauses, until it is of no use any more. One whose
 * delivery was cut short by a crash is sent again: twice is better than never.
 */
@Singleton
public final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final Carrier carrier;
    private final Clock clock;
    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();

    @Inject
    Postman(Outbox outbox, Carrier carrier, Clock clock) {
        this.outbox = outbox;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Until nothing is due any more. */
    public void run(BooleanSupplier stopping) {
        for (var due = outbox.due(); !due.isEmpty(); due = outbox.due()) {
            for (var mail : due) {
                if (stopping.getAsBoolean()) return;
                if (outbox.claim(mail)) deliver(mail);
            }
        }
    }

    /** How many letters this copy of the service has delivered. */
    public long sent() {
        return sent.sum();
    }

    /** How many tries of this copy did not succeed. */
    public long failed() {
        return failed.sum();
    }

    private void deliver(OutgoingMail mail) {
        if (mail.late(clock.instant())) {
            giveUp(mail, "it is of no use any more");
            return;
        }
        try {
            carrier.carry(mail.letter());
            outbox.remove(mail);
            sent.increment();
        } catch (NotDelivered reason) {
            failed.increment();
            if (reason.forGood()) giveUp(mail, reason.getMessage());
            else tryAgain(mail, reason.getMessage());
        }
    }

    private void tryAgain(OutgoingMail mail, String reason) {
        outbox.later(mail);
        LOG.warn("{} could not be delivered, and is tried again: {}", mail, reason);
    }

    private void giveUp(OutgoingMail mail, String reason) {
        outbox.remove(mail);
        LOG.error("{} is given up: {}", mail, reason);
    }
}

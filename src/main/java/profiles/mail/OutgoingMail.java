package profiles.mail;

import io.ebean.annotation.Index;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A mail in the outbox. The row is deleted after the delivery, since it may hold a secret link. */
@Entity
@Table(name = "mail_outbox")
public class OutgoingMail {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1), LONGEST_PAUSE = Duration.ofHours(6);
    private static final int DOUBLINGS = 10;

    @Id
    long id;

    @Column(nullable = false, length = 254)
    String recipient;

    @Column(nullable = false, length = 200)
    String subject;

    @Column(nullable = false, columnDefinition = "longtext")
    String body;

    /** When it is of no use any more. */
    @Column(nullable = false)
    Instant until;

    /** When it is to be tried next; while one of us tries, when another may. */
    @Index
    @Column(nullable = false)
    Instant due;

    @Column(nullable = false)
    int attempts;

    OutgoingMail(MailMessage message, Instant now) {
        this.recipient = message.to();
        this.subject = message.subject();
        this.body = message.text();
        this.until = message.until();
        this.due = now;
    }

    MailMessage message() {
        return new MailMessage(recipient, subject, body, until);
    }

    boolean isTooLate(Instant now) {
        return !now.isBefore(until);
    }

    /** Each pause is twice the one before, up to a quarter of a day. */
    static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** For the log: without the recipient and the content. */
    @Override
    public String toString() {
        return "mail " + id + " (\"" + subject + "\" to somebody at " + recipient.substring(recipient.lastIndexOf('@') + 1) + ")";
    }
}

package profiles.mail;

import io.ebean.annotation.Index;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When a mailbox got a mail, for {@link MailboxLimit}: neither which, nor whose the mailbox is. */
@Entity
@Table(name = "mail_delivered")
public class DeliveredMail {
    @Id
    long id;

    /** The SHA-256 of the address. */
    @Index
    @Column(nullable = false, length = 64)
    String mailbox;

    @Column(nullable = false)
    Instant delivered;

    DeliveredMail(String mailbox, Instant now) {
        this.mailbox = mailbox;
        this.delivered = now;
    }
}

package profiles.account.email;

import io.ebean.annotation.ConstraintMode;
import io.ebean.annotation.DbForeignKey;
import io.ebean.annotation.Index;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import profiles.account.User;
import profiles.net.MailAddress;

/**
 * An address whose mail the user has shown to read. It counts only while it is the account's address, since Django changes that without
 * this table.
 */
@Entity
@Table(name = "user_email")
public class VerifiedEmail {
    @Id
    long id;

    @OneToOne(optional = false)
    @JoinColumn(name = "user_id")
    @DbForeignKey(onDelete = ConstraintMode.CASCADE)
    public User user;

    /** As {@link MailAddress#folded} has it. */
    @Index
    @Column(nullable = false, length = 254)
    String address;

    @Column(nullable = false)
    Instant verified;

    VerifiedEmail(User user, String address, Instant now) {
        this.user = user;
        this.address = MailAddress.folded(address);
        this.verified = now;
    }

    boolean counts() {
        return user.isActive() && isCurrent();
    }

    boolean isCurrent() {
        return MailAddress.folded(user.email()).equals(address);
    }
}

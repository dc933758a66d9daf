package profiles.account;

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

/** The address that a user has shown to read. It counts as long as it is also the account's: Django's tables know nothing of it. */
@Entity
@Table(name = "user_email")
public class VerifiedEmail {
    @Id
    long id;

    @OneToOne(optional = false)
    @JoinColumn(name = "user_id")
    @DbForeignKey(onDelete = ConstraintMode.CASCADE)
    User user;

    /** In small letters. */
    @Index
    @Column(nullable = false, length = 254)
    String address;

    @Column(nullable = false)
    Instant verified;

    VerifiedEmail(User user, String address, Instant now) {
        this.user = user;
        this.address = Email.folded(address);
        this.verified = now;
    }

    boolean counts() {
        return user.active() && isCurrent();
    }

    boolean isCurrent() {
        return Email.folded(user.email()).equals(address);
    }
}

package profiles.account.link;

import io.ebean.annotation.ConstraintMode;
import io.ebean.annotation.DbForeignKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import profiles.account.SecretToken;
import profiles.account.User;

/** A mailed link. Opening it proves that the visitor reads the mail. The mail holds the token, this row its hash only. */
@Entity
@Table(name = "mailed_link")
public class LinkToken {

    /** What it opens, and for how long it does (ASVS 6.4.3, 6.5.5). */
    public enum Purpose {
        RESET(Duration.ofHours(1)),
        EMAIL(Duration.ofDays(1));

        final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    @Id
    long id;

    @Column(nullable = false, unique = true, length = 64)
    public String tokenHash;

    @Column(nullable = false, length = 10)
    String purpose;

    @ManyToOne(optional = false)
    @DbForeignKey(onDelete = ConstraintMode.CASCADE)
    User user;

    /** Where it was mailed to. */
    @Column(nullable = false, length = 254)
    String address;

    /** What the account was when the link was made: with another password or address, whoever changed it, the link is dead. */
    @Column(nullable = false, length = 64)
    String seal;

    @Column(nullable = false)
    Instant expires;

    LinkToken(Purpose purpose, User user, String address, String tokenHash, Instant now) {
        this.purpose = purpose.name();
        this.user = user;
        this.address = address;
        this.tokenHash = tokenHash;
        this.seal = seal(user);
        this.expires = now.plus(purpose.life);
    }

    /** @param account as it is now */
    boolean isValidFor(User account, Instant now) {
        return account.isActive() && now.isBefore(expires) && seal.equals(seal(account));
    }

    public User user() {
        return user;
    }

    public String address() {
        return address;
    }

    private static String seal(User user) {
        return SecretToken.hash(user.email() + "\n" + user.password());
    }
}

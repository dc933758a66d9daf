package profiles.account;

import io.ebean.annotation.ConstraintMode;
import io.ebean.annotation.DbDefault;
import io.ebean.annotation.DbForeignKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A token with which a program authenticates instead of with its owner's password. The row has a hash of it only. */
@Entity
@Table(name = "user_token")
public class AccessToken {
    /** In code points. */
    public static final int NAME_LENGTH = 100;

    @Id
    public long id;

    @Column(nullable = false, unique = true, length = 64)
    public String tokenHash;

    @ManyToOne(optional = false)
    @DbForeignKey(onDelete = ConstraintMode.CASCADE)
    public User user;

    @Column(nullable = false, length = NAME_LENGTH)
    public String name;

    /** Its first characters, to tell it from others. */
    @Column(nullable = false, length = TokenFormat.SHOWN)
    public String prefix;

    @Column(nullable = false)
    public boolean readOnly;

    @Column(nullable = false)
    public Instant created;

    /** Null for never. */
    public Instant lastUsed;

    /** Null for never. */
    public Instant expires;

    /** See {@link SecretToken#markOf}; "" for one that was made before marks were kept, until it is next used. */
    @DbDefault("")
    @Column(nullable = false, length = 64)
    String passwordMark;

    public AccessToken(User user, String text, String name, boolean readOnly, Instant expires, Instant now) {
        this.user = user;
        this.passwordMark = SecretToken.markOf(user);
        this.tokenHash = SecretToken.hash(text);
        this.prefix = TokenFormat.displayedPrefix(text);
        this.name = name;
        this.readOnly = readOnly;
        this.created = now;
        this.expires = expires;
    }

    public boolean isUsable(Instant now) {
        return !ended() && !isExpired(now);
    }

    /** Whether it was revoked for good, unlike one that has expired and is still listed. */
    public boolean ended() {
        return !user.isActive() || !SecretToken.isMarkOf(passwordMark, user);
    }

    public boolean isExpired(Instant now) {
        return expires != null && !now.isBefore(expires);
    }
}

package profiles.account;

import io.ebean.annotation.ConstraintMode;
import io.ebean.annotation.DbForeignKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a program signs in with instead of its owner's password. The row has only a hash of it. */
@Entity
@Table(name = "user_token")
public class AccessToken {
    @Id
    long id;

    @Column(nullable = false, unique = true, length = 64)
    String tokenHash;

    @ManyToOne(optional = false)
    @DbForeignKey(onDelete = ConstraintMode.CASCADE)
    User user;

    @Column(nullable = false, length = NewTokenForm.MOST_NAME)
    String name;

    /** Its first characters, to tell it from others. */
    @Column(nullable = false, length = BearerText.SHOWN)
    String prefix;

    @Column(nullable = false)
    boolean readOnly;

    @Column(nullable = false)
    Instant created;

    /** Null for never. */
    Instant lastUsed;

    /** Null for never. */
    Instant expires;

    AccessToken(User user, String text, NewTokenForm form, Instant now) {
        this.user = user;
        this.tokenHash = Token.hash(text);
        this.prefix = BearerText.shown(text);
        this.name = form.name();
        this.readOnly = form.readOnly();
        this.created = now;
        this.expires = form.expires(now);
    }

    boolean usable(Instant now) {
        return user.active() && !expired(now);
    }

    boolean expired(Instant now) {
        return expires != null && !now.isBefore(expires);
    }
}

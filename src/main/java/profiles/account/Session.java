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

/** A session of a browser or program. Its cookie holds a random token, this row the token's hash only. */
@Entity
@Table(name = "user_session")
public class Session {
    @Id
    public long id;

    @Column(nullable = false, unique = true, length = 64)
    public String tokenHash;

    @ManyToOne(optional = false)
    @DbForeignKey(onDelete = ConstraintMode.CASCADE)
    public User user;

    @Column(nullable = false)
    public Instant started;

    @Column(nullable = false)
    public Instant lastSeen;

    @DbDefault("false")
    @Column(nullable = false)
    public boolean remembered;

    @DbDefault("")
    @Column(nullable = false, length = Device.MOST)
    public String userAgent;

    @DbDefault("")
    @Column(nullable = false, length = Device.MAX_ADDRESS)
    public String address;

    /** See {@link SecretToken#markOf}; "" for one that was made before marks were kept, until it is next noted as seen. */
    @DbDefault("")
    @Column(nullable = false, length = 64)
    String passwordMark;

    public Session(User user, String tokenHash, Device device, boolean remembered, Instant now) {
        this.user = user;
        this.tokenHash = tokenHash;
        this.passwordMark = SecretToken.markOf(user);
        this.userAgent = device.userAgent();
        this.address = device.address();
        this.remembered = remembered;
        this.started = now;
        this.lastSeen = now;
    }

    public boolean isAlive(Instant now) {
        return user.isActive() && SecretToken.isMarkOf(passwordMark, user) && SessionLifetime.of(remembered)
            .isWithin(started, lastSeen, now);
    }

    public User user() {
        return user;
    }
}

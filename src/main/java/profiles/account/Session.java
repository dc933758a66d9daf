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

/** A signed-in browser or program. Its cookie holds a random token, this row only the token's hash. */
@Entity
@Table(name = "user_session")
public class Session {
    @Id
    long id;

    @Column(nullable = false, unique = true, length = 64)
    String tokenHash;

    @ManyToOne(optional = false)
    @DbForeignKey(onDelete = ConstraintMode.CASCADE)
    User user;

    @Column(nullable = false)
    Instant started;

    @Column(nullable = false)
    Instant lastSeen;

    @DbDefault("false")
    @Column(nullable = false)
    boolean remembered;

    @DbDefault("")
    @Column(nullable = false, length = Device.MOST)
    String userAgent;

    @DbDefault("")
    @Column(nullable = false, length = Device.MOST_ADDRESS)
    String address;

    Session(User user, String tokenHash, Device device, boolean remembered, Instant now) {
        this.user = user;
        this.tokenHash = tokenHash;
        this.userAgent = device.userAgent();
        this.address = device.address();
        this.remembered = remembered;
        this.started = now;
        this.lastSeen = now;
    }

    boolean alive(Instant now) {
        return user.active() && Stay.of(remembered).lasts(started, lastSeen, now);
    }

    User user() {
        return user;
    }
}

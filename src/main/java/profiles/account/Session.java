package profiles.account;

import io.ebean.annotation.ConstraintMode;
import io.ebean.annotation.DbForeignKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A signed-in browser or program. Its cookie holds a random token, this row only the token's hash. */
@Entity
@Table(name = "user_session")
public class Session {
    /** ASVS 7.3.1 and 7.3.2: an end after inactivity, and one in any case. */
    static final Duration IDLE = Duration.ofDays(14), ABSOLUTE = Duration.ofDays(90);

    /** How stale {@code lastSeen} may get, so that most requests write nothing. */
    private static final Duration SEEN = Duration.ofMinutes(5);

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

    Session(User user, String tokenHash, Instant now) {
        this.user = user;
        this.tokenHash = tokenHash;
        this.started = now;
        this.lastSeen = now;
    }

    boolean alive(Instant now) {
        return user.active() && now.isBefore(lastSeen.plus(IDLE)) && now.isBefore(started.plus(ABSOLUTE));
    }

    /** @return whether the row is to be written */
    boolean seen(Instant now) {
        if (now.isBefore(lastSeen.plus(SEEN))) return false;
        lastSeen = now;
        return true;
    }

    User user() {
        return user;
    }
}

package profiles.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody copies the files that the database names: see {@link Holds}. */
@Entity
@Table(name = "backup_hold")
public class Hold {
    @Id
    long id;

    /** A copy that was killed does not keep files for ever. */
    @Column(nullable = false)
    Instant until;

    Hold(Instant until) {
        this.until = until;
    }
}

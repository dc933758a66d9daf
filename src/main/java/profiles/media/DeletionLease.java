package profiles.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A lease of a program that copies files, see {@link DeletionLeases}. */
@Entity
@Table(name = "backup_hold")
public class DeletionLease {
    @Id
    long id;

    /** A copy that was killed does not keep files for ever. */
    @Column(nullable = false)
    Instant until;

    DeletionLease(Instant until) {
        this.until = until;
    }
}

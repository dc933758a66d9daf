package profiles.media;

import io.ebean.annotation.DbEnumValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** A file that the service has stored, see {@link MediaLedger}. */
@Entity
@Table(name = "media_file")
public class MediaFile {

    /** {@code RESERVED} before it is written, {@code KEPT} once a profile refers to it, {@code RELEASED} when none does any more. */
    public enum State {
        RESERVED, KEPT, RELEASED;

        @DbEnumValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Compared by its bytes. */
    @Id
    @Column(length = 255)
    String mediaKey;

    @Column(nullable = false, length = 8)
    State state;

    @Column(nullable = false)
    Instant created;

    /** When it got its state. */
    @Column(nullable = false)
    Instant changed;

    /** As the person gave it; like all that follows, null for a file from before there was a ledger. */
    @Column(length = 255)
    String name;

    @Column(length = 100)
    String type;

    /** In bytes. */
    Long size;

    Long crc32c;

    MediaFile(String key, State state, Instant now) {
        this.mediaKey = key;
        this.state = state;
        this.created = now;
        this.changed = now;
    }

    String key() {
        return mediaKey;
    }

    boolean is(State state) {
        return this.state == state;
    }

    /** 0 when it is not known. */
    long size() {
        return size == null ? 0 : size;
    }

    /** Whether its checksum is known. */
    boolean isChecked() {
        return crc32c != null;
    }
}

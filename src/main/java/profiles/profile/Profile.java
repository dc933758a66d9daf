package profiles.profile;

import io.ebean.annotation.Index;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import profiles.account.User;

/** A member's profile: Django's {@code profiles_profile}. A document is its path below the media root, "" (or NULL) for none. */
@Entity
@Table(name = "profiles_profile")
public class Profile {
    @Id
    long id;

    @Column(nullable = false, length = 255)
    String fullName = "";

    @Column(nullable = false, columnDefinition = "longtext")
    String bio = "";

    @Index
    @Column(length = 100)
    String cv = "";

    @Index
    @Column(length = 100)
    String certificate = "";

    @OneToOne(optional = false)
    @JoinColumn(name = "user_id")
    User user;

    Profile(User user) {
        this.user = user;
    }

    /** "" for none. */
    public String fullName() {
        return fullName == null ? "" : fullName;
    }
}

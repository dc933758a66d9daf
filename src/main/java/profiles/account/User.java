package profiles.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import profiles.audit.AuditSubject;
import profiles.profile.Profile;
import profiles.web.TextRules;

/** An account: Django's {@code auth_user}, column by column. Texts are never NULL here, but other programs may write NULL. */
@Entity
@Table(name = "auth_user")
public class User implements AuditSubject {
    @Id
    public int id;

    @Column(nullable = false, length = 128)
    String password;

    public Instant lastLogin;

    @Column(name = "is_superuser", nullable = false)
    public boolean superuser;

    @Column(nullable = false, unique = true, length = 150)
    public String username;

    @Column(nullable = false, length = 150)
    public String firstName = "";

    @Column(nullable = false, length = 150)
    public String lastName = "";

    @Column(nullable = false, length = 254)
    public String email;

    @Column(name = "is_staff", nullable = false)
    public boolean staff;

    @Column(name = "is_active", nullable = false)
    public boolean active = true;

    @Column(nullable = false)
    public Instant dateJoined;

    @OneToOne(mappedBy = "user")
    Profile profile;

    /** @param password its hash, as Django writes it */
    public User(String username, String email, String password, Instant joined) {
        this.username = username;
        this.email = email;
        this.password = password;
        this.dateJoined = joined;
    }

    /** A superuser is a member of staff, too, as in Django. */
    public static User createSuperuser(String username, String email, String password, Instant joined) {
        var user = new User(username, email, password, joined);
        user.superuser = true;
        user.staff = true;
        return user;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String username() {
        return Objects.toString(username, "");
    }

    /** "" when none is known. */
    public String email() {
        return Objects.toString(email, "");
    }

    /** Whether the user may do what staff may do: as a member of staff or as a superuser. */
    public boolean isStaff() {
        return staff || superuser;
    }

    public boolean isSuperuser() {
        return superuser;
    }

    /** Django marks accounts that cannot log in by password; they use other ways, or none. */
    public boolean hasPassword() {
        return !password().startsWith("!");
    }

    /** Names and addresses that the user's password must not resemble. */
    public List<String> ownNames() {
        return List.of(username(), email(), Objects.toString(firstName, ""), Objects.toString(lastName, ""));
    }

    public boolean isActive() {
        return active;
    }

    /** Null for MariaDB's date of zeros, and for what is no date. */
    public Instant joined() {
        return dateJoined;
    }

    /** Null for never. */
    public Instant lastLogin() {
        return lastLogin;
    }

    /** As Django's administration has it; "" for none. */
    public String djangoFullName() {
        return TextRules.strip(Objects.toString(firstName, "") + " " + Objects.toString(lastName, ""));
    }

    public String password() {
        return password == null ? "!" : password;
    }

    /** @param hash as Django writes it */
    public void changePassword(String hash) {
        password = hash;
    }

    public void changeEmail(String address) {
        email = address;
    }

    public void activate() {
        active = true;
    }

    /** Nobody can log in to the account until it is activated; its data stay. */
    public void deactivate() {
        active = false;
    }

    /** The column {@code is_staff} alone: a superuser may do what staff may do without it, see {@link #isStaff}. */
    public boolean hasStaffFlag() {
        return staff;
    }

    public void grantStaff() {
        staff = true;
    }

    public void revokeStaff() {
        staff = false;
    }

    public void grantSuperuser() {
        superuser = true;
        staff = true;
    }

    /** The user stays a member of staff. */
    public void revokeSuperuser() {
        superuser = false;
        staff = true;
    }

    /** Null for a user whom an older service or Django made without one. */
    public Profile profile() {
        return profile;
    }
}

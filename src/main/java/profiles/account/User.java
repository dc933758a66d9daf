package profiles.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import profiles.profile.Profile;

/** An account: Django's {@code auth_user}, column by column. */
@Entity
@Table(name = "auth_user")
public class User {
    @Id
    int id;

    @Column(nullable = false, length = 128)
    String password;

    Instant lastLogin;

    @Column(name = "is_superuser", nullable = false)
    boolean superuser;

    @Column(nullable = false, unique = true, length = 150)
    String username;

    @Column(nullable = false, length = 150)
    String firstName = "";

    @Column(nullable = false, length = 150)
    String lastName = "";

    @Column(nullable = false, length = 254)
    String email;

    @Column(name = "is_staff", nullable = false)
    boolean staff;

    @Column(name = "is_active", nullable = false)
    boolean active = true;

    @Column(nullable = false)
    Instant dateJoined;

    @OneToOne(mappedBy = "user")
    Profile profile;

    /** @param password its hash, as Django writes it */
    User(String username, String email, String password, Instant joined) {
        this.username = username;
        this.email = email;
        this.password = password;
        this.dateJoined = joined;
    }

    /** One who may do everything, as Django makes them. */
    static User superuser(String username, String email, String password, Instant joined) {
        var user = new User(username, email, password, joined);
        user.superuser = true;
        user.staff = true;
        return user;
    }

    public int id() {
        return id;
    }

    public String username() {
        return username;
    }

    /** "" when none is known. */
    public String email() {
        return email;
    }

    /** Who may do everything may do what staff may, however the account is marked. */
    public boolean staff() {
        return staff || superuser;
    }

    boolean superuser() {
        return superuser;
    }

    /** Django marks accounts that must not log in by password: who has none signs in by other ways, or not at all. */
    boolean hasPassword() {
        return !password.startsWith("!");
    }

    /** By which he is called or known: what a password of theirs should not resemble. */
    public List<String> ownNames() {
        return List.of(username, email, firstName, lastName);
    }

    public boolean active() {
        return active;
    }

    public Instant joined() {
        return dateJoined;
    }

    /** Null for never. */
    public Instant lastLogin() {
        return lastLogin;
    }

    /** As Django's administration has it; "" for none. */
    public String djangoName() {
        return (firstName + " " + lastName).strip();
    }

    String password() {
        return password;
    }

    /** @param hash as Django writes it */
    void changePassword(String hash) {
        password = hash;
    }

    void changeEmail(String address) {
        email = address;
    }

    /** All stays as it is, but nobody can sign in to one that is not active. */
    void activate(boolean yes) {
        active = yes;
    }

    void makeStaff(boolean yes) {
        staff = yes;
    }

    /** Whoever was one stays staff. */
    void makeSuperuser(boolean yes) {
        superuser = yes;
        staff = true;
    }

    /** Null for a user whom an older service or Django made without one. */
    public Profile profile() {
        return profile;
    }
}

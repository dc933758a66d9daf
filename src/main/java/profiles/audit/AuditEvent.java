package profiles.audit;

import io.ebean.annotation.Index;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import profiles.account.User;
import profiles.web.Text;

/**
 * Something that happened, written once and never changed. It keeps ids and names as they were and refers to no row: an account's history
 * must outlive the account, and its deletion is a part of it.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent {
    private static final int NAME = 150;
    /** What no user name can be. */
    private static final String COMMAND = "(command)";

    @Id
    long id;

    @Index
    @Column(nullable = false, updatable = false)
    Instant happened;

    @Column(nullable = false, updatable = false, length = 32)
    String act;

    /** Null for a name that nobody has. */
    @Index
    @Column(updatable = false)
    Integer userId;

    @Column(nullable = false, updatable = false, length = NAME)
    String username;

    /** Null for a command. */
    @Column(updatable = false, length = 45)
    String address;

    @Column(updatable = false)
    Integer actorId;

    /** Who did it, when it was not the user. */
    @Column(updatable = false, length = NAME)
    String actor;

    /** @param user null for an unknown one, of whom only the typed name is known */
    AuditEvent(Instant happened, Act act, User user, String username) {
        this.happened = happened;
        this.act = act.name();
        this.userId = user == null ? null : user.id();
        this.username = Text.cut(username, NAME);
    }

    AuditEvent from(String address) {
        this.address = address;
        return this;
    }

    /** @param actor null for the user himself */
    AuditEvent by(User actor) {
        if (actor == null) return this;
        this.actorId = actor.id();
        this.actor = actor.username();
        return this;
    }

    AuditEvent byCommand() {
        this.actor = COMMAND;
        return this;
    }

    public long id() {
        return id;
    }

    public Instant happened() {
        return happened;
    }

    public Act act() {
        return Act.valueOf(act);
    }

    public String username() {
        return username;
    }

    /** Null for a command. */
    public String address() {
        return address;
    }

    /** Null for the user himself. */
    public String actor() {
        return actor;
    }
}

package profiles.audit;

import io.ebean.annotation.DbDefault;
import io.ebean.annotation.Index;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import profiles.web.TextRules;
import profiles.web.Visitor;

/**
 * An event in the trail. It is written once; only its counter changes, see {@link AuditRateLimit}. It keeps ids and names and refers to no
 * row, since it outlives the account.
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

    @Column(name = "act", nullable = false, updatable = false, length = 32)
    String action;

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

    /** How many more of the same kind followed within the hour, and got no row. */
    @DbDefault("0")
    @Column(nullable = false)
    int leftOut;

    /** @param user null for an unknown one, of whom only the typed name is known */
    AuditEvent(Instant happened, AuditAction action, AuditSubject user, String username) {
        this.happened = happened;
        this.action = action.name();
        this.userId = user == null ? null : user.id();
        this.username = TextRules.cut(username, NAME);
    }

    AuditEvent from(String address) {
        this.address = address;
        return this;
    }

    /** @param actor null if the user acted on the own account */
    AuditEvent by(Visitor actor) {
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

    public AuditAction action() {
        return AuditAction.valueOf(action);
    }

    public String username() {
        return username;
    }

    /** How many more of the same kind followed within the hour, and are not told each. */
    public int leftOut() {
        return leftOut;
    }

    /** Null for a command. */
    public String address() {
        return address;
    }

    /** Null if the user acted on the own account. */
    public String actor() {
        return actor;
    }
}

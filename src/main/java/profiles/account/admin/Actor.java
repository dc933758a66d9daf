package profiles.account.admin;

import io.javalin.http.Context;
import profiles.account.Member;
import profiles.account.User;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;

/**
 * The user who acts on an account: a member, or the operator.
 *
 * @param ctx the member's request; null for a command
 */
public record Actor(Context ctx) {
    static final Actor COMMAND = new Actor(null);

    /** Null for a command. */
    User user() {
        return ctx == null ? null : Member.of(ctx).user();
    }

    void record(AuditTrail audit, AuditAction action, User to) {
        if (ctx == null) audit.record(action, to);
        else audit.record(ctx, action, to);
    }
}

package profiles.account;

import io.javalin.http.Context;
import profiles.audit.Act;
import profiles.audit.Audit;

/**
 * Who does something to an account: a member, or one who runs the service.
 *
 * @param ctx the member's request; null for a command
 */
public record Actor(Context ctx) {
    static final Actor COMMAND = new Actor(null);

    /** Null for a command. */
    User user() {
        return ctx == null ? null : Member.of(ctx).user();
    }

    /** In the transaction under way. */
    void record(Audit audit, Act act, User to) {
        if (ctx == null) audit.record(act, to);
        else audit.record(ctx, act, to);
    }
}

package profiles.account.admin;

import io.ebean.Database;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.EmailAddress;
import profiles.account.User;
import profiles.account.admin.Superusers.Locked;
import profiles.account.recovery.ResetRequests;
import profiles.account.session.Sessions;
import profiles.account.token.Tokens;
import profiles.audit.AuditTrail;
import profiles.database.Transactions;
import profiles.web.FormErrors;
import profiles.web.Problem;

/** Performs actions of staff and of commands on accounts, and records them in the trail. */
@Singleton
public final class StaffActions {
    private final Database db;
    private final Superusers superusers;
    private final Sessions sessions;
    private final Tokens tokens;
    private final ResetRequests resets;
    private final AuditTrail audit;

    @Inject
    StaffActions(Database db, Superusers superusers, Sessions sessions, Tokens tokens, ResetRequests resets, AuditTrail audit) {
        this.db = db;
        this.superusers = superusers;
        this.sessions = sessions;
        this.tokens = tokens;
        this.resets = resets;
        this.audit = audit;
    }

    /** The actions that would change something and that this actor may do. */
    public List<StaffAction> available(Actor by, User to) {
        return Arrays.stream(StaffAction.values()).filter(action -> action.allows(by.user(), to) && !action.isDone(to)
            && refusalReason(action, by.user(), to) == null).toList();
    }

    /** Before what takes time. @throws Problem 403 */
    public void check(Actor by, StaffAction action, User to) {
        action.check(by.user(), to);
    }

    /**
     * Does it, unless it is so already; a part of the transaction under way, if there is one, and then the first. Rights count as they are
     * once both accounts are locked.
     *
     * @return what keeps it from being done
     * @throws Problem 403, or 404 when the account is gone
     */
    public FormErrors perform(Actor by, StaffAction action, User to) {
        return Transactions.get(db, () -> {
            var errors = new FormErrors();
            var locked = superusers.lock(by.user(), to);
            if (locked.to() == null) throw Problem.notFound();
            action.check(locked.by(), locked.to());
            validate(action, locked, errors);
            if (errors.isEmpty() && change(action, locked.to())) by.record(audit, action.auditAction(), locked.to());
            return errors;
        });
    }

    private void validate(StaffAction action, Locked locked, FormErrors errors) {
        var why = locked.last() && action.revokesSuperuser()
            ? "This is the last superuser: make another one first, or nobody can run this service."
            : refusalReason(action, locked.by(), locked.to());
        if (why != null) errors.add(FormErrors.FORM, why);
    }

    /** @param by null for a command @return why it cannot be done to such an account; null when it can */
    private static String refusalReason(StaffAction action, User by, User to) {
        if (action == StaffAction.UNMAKE_STAFF && to.isSuperuser()) return "A superuser is always staff: take that back first.";
        // That asks for the own password; this must be no way around it.
        if ((action == StaffAction.ACTIVATE || action == StaffAction.DEACTIVATE) && by != null && to.isSuperuser())
            return "This is a superuser: take that back first.";
        if (action != StaffAction.SEND_RESET) return null;
        if (!to.isActive()) return "The account is not active, so no link would work. Activate it first.";
        if (!to.hasPassword()) return "This account has no password here: its owner signs in by other ways.";
        return EmailAddress.isDeliverable(to.email()) ? null : "This account has no e-mail address that a link could be mailed to.";
    }

    /** @return whether anything changed */
    private boolean change(StaffAction action, User to) {
        if (action.isDone(to)) return false;
        action.change(to);
        db.update(to);
        if (action == StaffAction.SEND_RESET) resets.mail(to);
        var ended = action.endsAccess() ? sessions.endAll(to) + tokens.revokeAll(to) : 0;
        return action != StaffAction.END_SESSIONS || ended > 0;
    }
}

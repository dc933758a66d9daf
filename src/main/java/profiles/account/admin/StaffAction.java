package profiles.account.admin;

import java.util.function.Consumer;
import java.util.function.Predicate;
import profiles.account.User;
import profiles.audit.AuditAction;
import profiles.web.Problem;

/**
 * An action of staff on an account, and the rule who may do it. It follows Django's admin, except that staff cannot act on staff or
 * superusers: they could take over such an account.
 */
public enum StaffAction {
    EDIT(AuditAction.PROFILE_EDITED),
    SEND_RESET(AuditAction.PASSWORD_RESET_ASKED),
    END_SESSIONS(AuditAction.SESSION_ENDED),
    ACTIVATE(AuditAction.ACTIVATED, User::isActive, User::activate),
    DEACTIVATE(AuditAction.DEACTIVATED, user -> !user.isActive(), User::deactivate),
    MAKE_STAFF(AuditAction.MADE_STAFF, User::hasStaffFlag, User::grantStaff),
    UNMAKE_STAFF(AuditAction.UNMADE_STAFF, user -> !user.hasStaffFlag(), User::revokeStaff),
    MAKE_SUPERUSER(AuditAction.MADE_SUPERUSER, User::isSuperuser, User::grantSuperuser),
    UNMAKE_SUPERUSER(AuditAction.UNMADE_SUPERUSER, user -> !user.isSuperuser(), User::revokeSuperuser);

    private final AuditAction auditAction;
    private final Predicate<User> isDone;
    private final Consumer<User> change;

    StaffAction(AuditAction action) {
        this(action, user -> false, user -> { });
    }

    StaffAction(AuditAction action, Predicate<User> done, Consumer<User> change) {
        this.auditAction = action;
        this.isDone = done;
        this.change = change;
    }

    AuditAction auditAction() {
        return auditAction;
    }

    boolean isDone(User to) {
        return isDone.test(to);
    }

    void change(User to) {
        change.accept(to);
    }

    /** @param by null for a command @throws Problem 403 */
    void check(User by, User to) {
        if (allows(by, to)) return;
        throw Problem.forbidden(by.id == to.id ? "This is your own account: use its own pages, or ask another superuser."
            : "Only superusers may do this to staff.");
    }

    /** Nobody can lock themselves out: here, one's own profile can be changed, and nothing else of one's own account. */
    boolean allows(User by, User to) {
        if (by == null) return true;
        if (!by.active || !by.isStaff()) return false;
        if (by.id == to.id) return this == EDIT;
        return by.superuser || !isForSuperusers() && !to.isStaff();
    }

    private boolean isForSuperusers() {
        return compareTo(MAKE_STAFF) >= 0;
    }

    /**
     * Whether the action ends sessions and tokens (ASVS 7.4.2). An activated account begins without any, even if Django had deactivated it.
     */
    boolean endsAccess() {
        return this == END_SESSIONS || this == DEACTIVATE || this == ACTIVATE;
    }

    boolean revokesSuperuser() {
        return this == DEACTIVATE || this == UNMAKE_SUPERUSER;
    }
}

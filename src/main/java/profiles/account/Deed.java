package profiles.account;

import java.util.function.Consumer;
import java.util.function.Predicate;
import profiles.audit.Act;
import profiles.web.Problem;

/**
 * What is done to somebody's account. Who may is decided here, as Django's admin would, but that staff may touch neither staff nor superusers:
 * else a member of staff could become whom he likes.
 */
public enum Deed {
    EDIT(Act.PROFILE_EDITED),
    SEND_RESET(Act.PASSWORD_RESET_ASKED),
    END_SESSIONS(Act.SESSION_ENDED),
    ACTIVATE(Act.ACTIVATED, User::active, user -> user.activate(true)),
    DEACTIVATE(Act.DEACTIVATED, user -> !user.active(), user -> user.activate(false)),
    MAKE_STAFF(Act.MADE_STAFF, user -> user.staff, user -> user.makeStaff(true)),
    UNMAKE_STAFF(Act.UNMADE_STAFF, user -> !user.staff, user -> user.makeStaff(false)),
    MAKE_SUPERUSER(Act.MADE_SUPERUSER, User::superuser, user -> user.makeSuperuser(true)),
    UNMAKE_SUPERUSER(Act.UNMADE_SUPERUSER, user -> !user.superuser(), user -> user.makeSuperuser(false));

    private final Act act;
    private final Predicate<User> done;
    private final Consumer<User> change;

    Deed(Act act) {
        this(act, user -> false, user -> { });
    }

    Deed(Act act, Predicate<User> done, Consumer<User> change) {
        this.act = act;
        this.done = done;
        this.change = change;
    }

    Act act() {
        return act;
    }

    /** Whether the account is so already. */
    boolean done(User to) {
        return done.test(to);
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

    /** Nobody locks himself out: one's own account cannot be changed here, only the profile. */
    boolean allows(User by, User to) {
        if (by == null) return true;
        if (!by.active || !by.staff()) return false;
        if (by.id == to.id) return this == EDIT;
        return by.superuser || !forSuperusers() && !to.staff();
    }

    private boolean forSuperusers() {
        return compareTo(MAKE_STAFF) >= 0;
    }

    /** Whether it takes a superuser away. */
    boolean takesSuperuser() {
        return this == DEACTIVATE || this == UNMAKE_SUPERUSER;
    }
}

package profiles.account;

import io.ebean.Database;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.Superusers.Locked;
import profiles.audit.Audit;
import profiles.web.Errors;
import profiles.web.Problem;

/** Does to accounts what members ask for who may, and commands; all of it is told in the trail. */
@Singleton
public final class Deeds {
    private final Database db;
    private final Superusers superusers;
    private final Sessions sessions;
    private final ResetRequests resets;
    private final Audit audit;

    @Inject
    Deeds(Database db, Superusers superusers, Sessions sessions, ResetRequests resets, Audit audit) {
        this.db = db;
        this.superusers = superusers;
        this.sessions = sessions;
        this.resets = resets;
        this.audit = audit;
    }

    /** What would change something, and who asks may do. */
    public List<Deed> open(Actor by, User to) {
        return Arrays.stream(Deed.values()).filter(deed -> deed.allows(by.user(), to) && !deed.done(to) && why(deed, by.user(), to) == null).toList();
    }

    /** Before what takes time. @throws Problem 403 */
    public void check(Actor by, Deed deed, User to) {
        deed.check(by.user(), to);
    }

    /**
     * Does it, unless it is so already; a part of the transaction under way, if there is one, and then the first. Rights count as they are once
     * both accounts are locked.
     *
     * @return what keeps it from being done
     * @throws Problem 403, or 404 when the account is gone
     */
    public Errors perform(Actor by, Deed deed, User to) {
        var errors = new Errors();
        try (var transaction = db.beginTransaction()) {
            var locked = superusers.lock(by.user(), to);
            if (locked.to() == null) throw Problem.notFound();
            deed.check(locked.by(), locked.to());
            judge(deed, locked, errors);
            if (errors.none() && change(deed, locked.to())) by.record(audit, deed.act(), locked.to());
            transaction.commit();
        }
        return errors;
    }

    private void judge(Deed deed, Locked locked, Errors errors) {
        var why = locked.last() && deed.takesSuperuser() ? "This is the last superuser: make another one first, or nobody can run this service."
            : why(deed, locked.by(), locked.to());
        if (why != null) errors.on(Errors.FORM, why);
    }

    /** @param by null for a command @return why it cannot be done to such an account; null when it can */
    private static String why(Deed deed, User by, User to) {
        if (deed == Deed.UNMAKE_STAFF && to.superuser()) return "A superuser is always staff: take that back first.";
        // That asks for the own password; this must be no way around it.
        if ((deed == Deed.ACTIVATE || deed == Deed.DEACTIVATE) && by != null && to.superuser()) return "This is a superuser: take that back first.";
        if (deed != Deed.SEND_RESET) return null;
        if (!to.active()) return "The account is not active, so no link would work. Activate it first.";
        if (!to.hasPassword()) return "This account has no password here: its owner signs in by other ways.";
        return Email.mailable(to.email()) ? null : "This account has no e-mail address that a link could be mailed to.";
    }

    /** @return whether anything changed. Nobody who was signed in to an account that is not active any more stays so (ASVS 7.4.2) */
    private boolean change(Deed deed, User to) {
        if (deed.done(to)) return false;
        deed.change(to);
        db.update(to);
        if (deed == Deed.SEND_RESET) resets.mail(to);
        var ended = deed == Deed.END_SESSIONS || deed == Deed.DEACTIVATE ? sessions.endAll(to) : 0;
        return deed != Deed.END_SESSIONS || ended > 0;
    }
}

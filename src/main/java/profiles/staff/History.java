package profiles.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import profiles.account.User;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.audit.AuditEvent;
import profiles.web.Moment;
import profiles.web.OrNull;
import profiles.web.Problem;

/**
 * A part of what happened to an account, newest first.
 *
 * @param older the path of the part that follows; null at the end
 * @param later whether it is not the first part
 */
public record History(List<Event> events, @OrNull String older, @JsonIgnore boolean later) {
    private static final int PART = 20;

    /** @param by who did it: a user name, or "(command)"; null where it is not known */
    public record Event(Moment happened, Act act, @OrNull String by) {
        static Event of(AuditEvent event) {
            var unknown = event.act() == Act.SIGN_IN_REFUSED;
            return new Event(Moment.of(event.happened()), event.act(), event.actor() != null ? event.actor() : unknown ? null : event.username());
        }
    }

    static History of(User user, String before, Audit audit) {
        if (before != null && !before.matches("[0-9]{1,18}")) throw Problem.malformed("\"before\" must be a whole number.");
        var found = audit.of(user, before == null ? Long.MAX_VALUE : Long.parseLong(before), PART + 1);
        var part = found.subList(0, Math.min(PART, found.size()));
        return new History(part.stream().map(Event::of).toList(), found.size() <= PART ? null : Members.home(user) + "?before=" + part.get(PART - 1).id(),
            before != null);
    }
}

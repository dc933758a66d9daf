package profiles.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import profiles.account.User;
import profiles.audit.AuditAction;
import profiles.audit.AuditEvent;
import profiles.audit.AuditTrail;
import profiles.web.Nullable;
import profiles.web.Problem;
import profiles.web.Timestamp;

/**
 * A page of an account's history, newest first.
 *
 * @param older the path of the next page; null at the end
 * @param later whether it is not the first page
 */
public record HistoryPage(List<Event> events, @Nullable String older, @JsonIgnore boolean later) {
    private static final int PART = 20;

    /**
     * @param by      who did it: a user name, or "(command)"; null where it is not known
     * @param leftOut how many more of the same kind followed within the hour, and are not listed
     */
    public record Event(Timestamp happened, AuditAction act, @Nullable String by, int leftOut) {
        static Event of(AuditEvent event) {
            var unknown = event.action() == AuditAction.SIGN_IN_REFUSED;
            return new Event(Timestamp.of(event.happened()), event.action(), event.actor() != null ? event.actor() : unknown ? null
                : event.username(), event.leftOut());
        }
    }

    static HistoryPage before(User user, String before, AuditTrail audit) {
        if (before != null && !before.matches("[0-9]{1,18}")) throw Problem.malformed("\"before\" must be a whole number.");
        var found = audit.findEvents(user, before == null ? Long.MAX_VALUE : Long.parseLong(before), PART + 1);
        var part = found.subList(0, Math.min(PART, found.size()));
        return new HistoryPage(part.stream().map(Event::of).toList(), found.size() <= PART ? null
            : Members.urlOf(user) + "?before=" + part.get(PART - 1).id(),
            before != null);
    }
}

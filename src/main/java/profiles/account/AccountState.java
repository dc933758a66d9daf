package profiles.account;

import profiles.web.Moment;
import profiles.web.OrNull;

/**
 * An account as staff see it. Times are null where there is none.
 *
 * @param sessions how many are alive
 */
public record AccountState(String username, String email, boolean emailVerified, String firstName, String lastName, Moment dateJoined,
                           @OrNull Moment lastLogin, boolean isActive, boolean isStaff, boolean isSuperuser, int sessions) {
    static AccountState of(User user, boolean emailVerified, int sessions) {
        return new AccountState(user.username, user.email, emailVerified, user.firstName, user.lastName, Moment.of(user.dateJoined),
            Moment.of(user.lastLogin), user.active, user.staff, user.superuser, sessions);
    }
}

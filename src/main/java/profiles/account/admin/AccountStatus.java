package profiles.account.admin;

import java.util.Objects;
import profiles.account.User;
import profiles.web.Nullable;
import profiles.web.Timestamp;

/**
 * An account as staff see it. Times are null where there is none.
 *
 * @param sessions how many are alive
 * @param tokens   how many there are
 */
public record AccountStatus(String username, String email, boolean emailVerified, String firstName, String lastName,
                           @Nullable Timestamp dateJoined, @Nullable Timestamp lastLogin, boolean isActive, boolean isStaff,
                           boolean isSuperuser, int sessions,
                           int tokens) {
    static AccountStatus of(User user, boolean emailVerified, int sessions, int tokens) {
        return new AccountStatus(user.username(), user.email(), emailVerified, Objects.toString(user.firstName, ""),
            Objects.toString(user.lastName, ""), Timestamp.of(user.dateJoined), Timestamp.of(user.lastLogin), user.isActive(),
            user.hasStaffFlag(),
            user.isSuperuser(), sessions, tokens);
    }
}

package profiles.account.admin;

import java.util.Objects;
import profiles.account.AccessToken;
import profiles.account.Member;
import profiles.account.Session;
import profiles.account.User;
import profiles.web.Timestamp;

/** All data that the service keeps of an account, except the password's hash. Times are null if there is none. */
public record AccountData(String username, String email, boolean emailVerified, String firstName, String lastName, Timestamp dateJoined,
                          Timestamp lastLogin, boolean isStaff, boolean isSuperuser) {

    static AccountData of(User user, boolean emailVerified) {
        return new AccountData(user.username(), user.email(), emailVerified, Objects.toString(user.firstName, ""),
            Objects.toString(user.lastName, ""), Timestamp.of(user.dateJoined), Timestamp.of(user.lastLogin), user.hasStaffFlag(),
            user.isSuperuser());
    }

    /** @param current whether this is the session that asks */
    public record SignIn(String device, String address, Timestamp started, Timestamp lastSeen, boolean current) {

        static SignIn of(Session session, Member asking) {
            return new SignIn(session.userAgent, session.address, Timestamp.of(session.started), Timestamp.of(session.lastSeen),
                session.id == asking.session().id);
        }
    }

    /** A token without its secret, which only its owner knows. */
    public record Key(String name, String prefix, boolean readOnly, Timestamp created, Timestamp lastUsed, Timestamp expires) {

        static Key of(AccessToken token) {
            return new Key(token.name, token.prefix, token.readOnly, Timestamp.of(token.created), Timestamp.of(token.lastUsed),
                Timestamp.of(token.expires));
        }
    }
}

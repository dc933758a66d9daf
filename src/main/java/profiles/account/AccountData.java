package profiles.account;

import java.time.Instant;

/** All that the service keeps of an account, but the password's hash. Times are UTC (ISO 8601); null where there is none. */
public record AccountData(String username, String email, boolean emailVerified, String firstName, String lastName, String dateJoined,
                          String lastLogin, boolean isStaff, boolean isSuperuser) {

    static AccountData of(User user, boolean emailVerified) {
        return new AccountData(user.username, user.email, emailVerified, user.firstName, user.lastName, user.dateJoined.toString(),
            text(user.lastLogin), user.staff, user.superuser);
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    /** @param current whether this is the session that asks */
    public record SignIn(String device, String address, String started, String lastSeen, boolean current) {

        static SignIn of(Session session, Member asking) {
            return new SignIn(session.userAgent, session.address, session.started.toString(), session.lastSeen.toString(), session.id == asking.session().id);
        }
    }

    /** A token without its text, which nobody knows but its owner. */
    public record Key(String name, String prefix, boolean readOnly, String created, String lastUsed, String expires) {

        static Key of(AccessToken token) {
            return new Key(token.name, token.prefix, token.readOnly, token.created.toString(), text(token.lastUsed), text(token.expires));
        }
    }
}

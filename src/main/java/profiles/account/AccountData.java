package profiles.account;

import profiles.web.Moment;

/** All that the service keeps of an account, but the password's hash. Times are null where there is none. */
public record AccountData(String username, String email, boolean emailVerified, String firstName, String lastName, Moment dateJoined,
                          Moment lastLogin, boolean isStaff, boolean isSuperuser) {

    static AccountData of(User user, boolean emailVerified) {
        return new AccountData(user.username, user.email, emailVerified, user.firstName, user.lastName, Moment.of(user.dateJoined),
            Moment.of(user.lastLogin), user.staff, user.superuser);
    }

    /** @param current whether this is the session that asks */
    public record SignIn(String device, String address, Moment started, Moment lastSeen, boolean current) {

        static SignIn of(Session session, Member asking) {
            return new SignIn(session.userAgent, session.address, Moment.of(session.started), Moment.of(session.lastSeen),
                session.id == asking.session().id);
        }
    }

    /** A token without its text, which nobody knows but its owner. */
    public record Key(String name, String prefix, boolean readOnly, Moment created, Moment lastUsed, Moment expires) {

        static Key of(AccessToken token) {
            return new Key(token.name, token.prefix, token.readOnly, Moment.of(token.created), Moment.of(token.lastUsed),
                Moment.of(token.expires));
        }
    }
}

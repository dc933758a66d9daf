package profiles.account;

/** All that the service keeps of an account, but the password's hash. Times are UTC (ISO 8601); null where there is none. */
public record AccountData(String username, String email, String firstName, String lastName, String dateJoined, String lastLogin,
                          boolean isStaff, boolean isSuperuser) {

    static AccountData of(User user) {
        return new AccountData(user.username, user.email, user.firstName, user.lastName, user.dateJoined.toString(),
            user.lastLogin == null ? null : user.lastLogin.toString(), user.staff, user.superuser);
    }

    /** @param current whether this is the session that asks */
    public record SignIn(String started, String lastSeen, boolean current) {

        static SignIn of(Session session, Member asking) {
            return new SignIn(session.started.toString(), session.lastSeen.toString(), session.id == asking.session().id);
        }
    }
}

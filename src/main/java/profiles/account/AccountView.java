package profiles.account;

/** An account as programs see it. */
record AccountView(String username, String email) {

    static AccountView of(User user) {
        return new AccountView(user.username(), user.email());
    }
}

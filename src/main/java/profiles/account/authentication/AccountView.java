package profiles.account.authentication;

import profiles.account.User;
import profiles.web.View;

/** An account as its owner sees it. */
public record AccountView(String username, String email) implements View {

    static AccountView of(User user) {
        return new AccountView(user.username(), user.email());
    }

    @Override
    public String template() {
        return "account/home";
    }
}

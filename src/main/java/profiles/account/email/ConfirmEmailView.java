package profiles.account.email;

import profiles.web.View;

/** The page behind the mailed link that confirms an address. */
public record ConfirmEmailView(String email) implements View {

    @Override
    public String template() {
        return "account/confirm";
    }
}

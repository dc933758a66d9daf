package profiles.account;

import profiles.web.View;

/** An address that waits to be confirmed by the one who reads its mail. */
public record ConfirmView(String email) implements View {

    @Override
    public String template() {
        return "account/confirm";
    }
}

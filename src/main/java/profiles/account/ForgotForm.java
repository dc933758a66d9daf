package profiles.account;

import java.util.Set;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.View;

/** Where a link for a new password is to be mailed. */
public record ForgotForm(String email) implements View {

    static final ForgotForm EMPTY = new ForgotForm("");
    static final Set<String> NAMES = Set.of("email");

    static ForgotForm read(Input in) {
        var errors = new Errors();
        var form = new ForgotForm(Email.demand(in.textOr("email", ""), errors));
        errors.check(form);
        return form;
    }

    @Override
    public String template() {
        return "account/forgot";
    }
}

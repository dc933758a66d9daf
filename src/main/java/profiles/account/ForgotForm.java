package profiles.account;

import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Name;
import profiles.web.Names;
import profiles.web.View;

/** Where a link for a new password is to be mailed. */
public record ForgotForm(String email) implements View {

    static final ForgotForm EMPTY = new ForgotForm("");
    public static final Names NAMES = Names.of(Name.text("email", Email.MOST).called("E-mail").required());

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

    @Override
    public Names names() {
        return NAMES;
    }
}

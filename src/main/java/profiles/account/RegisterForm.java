package profiles.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Name;
import profiles.web.Names;
import profiles.web.View;

/** What a newcomer fills in. An e-mail address is not asked for, but offered. */
public record RegisterForm(String username, String email, @JsonIgnore String password) implements View {

    static final RegisterForm EMPTY = new RegisterForm("", "", "");
    public static final Names NAMES = Names.of(Name.text("username", Username.MOST).called("User name").required(),
        Name.text("email", Email.MOST).called("E-mail (optional)"),
        Name.secret("password1").called("Password").required().says(NewPassword.HINT),
        Name.secret("password2").called("The same password again").required().says("The same once more."));

    static RegisterForm read(Input in) {
        var errors = new Errors();
        var username = Username.normal(in.textOr("username", ""));
        Username.judge(username, errors);
        var email = Email.read(in.textOr("email", ""), errors);
        var password = in.textOr("password1", "");
        NewPassword.judge("password1", password, "password2", in.textOr("password2", ""), List.of(username, email), errors);
        var form = new RegisterForm(username, email, password);
        errors.check(form);
        return form;
    }

    @Override
    public String template() {
        return "account/register";
    }

    @Override
    public Names names() {
        return NAMES;
    }

    /** Without the password, wherever it may end. */
    @Override
    public String toString() {
        return "RegisterForm[" + username + "]";
    }
}

package profiles.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import profiles.web.Input;
import profiles.web.Name;
import profiles.web.Names;
import profiles.web.View;

/** Who wants to sign in, and where to go then. Nothing about it is judged before the password is. */
public record LoginForm(String username, @JsonIgnore String password, String next, boolean remember) implements View {

    public static final Names NAMES = Names.of(
        Name.text("username", Email.MOST).called("User name or e-mail").required().says("Or a confirmed e-mail address."),
        Name.secret("password").called("Password").required(), Name.text("next", 2000).says("Where people go then."), Name.flag("remember").says("The session lasts longer."));

    static LoginForm empty(String next) {
        return new LoginForm("", "", next == null ? "" : next, false);
    }

    static LoginForm read(Input in) {
        return new LoginForm(in.textOr("username", ""), in.textOr("password", ""), in.textOr("next", ""), in.ticked("remember"));
    }

    @Override
    public String template() {
        return "account/login";
    }

    @Override
    public Names names() {
        return NAMES;
    }

    /** Without the password, wherever it may end. */
    @Override
    public String toString() {
        return "LoginForm[" + username + "]";
    }
}

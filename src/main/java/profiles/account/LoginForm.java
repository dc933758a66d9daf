package profiles.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import profiles.web.Input;
import profiles.web.View;

/** Who wants to sign in, and where to go then. Nothing about it is judged before the password is. */
public record LoginForm(String username, @JsonIgnore String password, String next, boolean remember) implements View {

    static final Set<String> NAMES = Set.of("username", "password", "next", "remember");

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

    /** Without the password, wherever it may end. */
    @Override
    public String toString() {
        return "LoginForm[" + username + "]";
    }
}

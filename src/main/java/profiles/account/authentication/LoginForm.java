package profiles.account.authentication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import profiles.account.EmailAddress;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.View;
import profiles.web.request.FormInput;

/** The login form. Only the credentials are checked, not the form of the name. */
public record LoginForm(String username, @JsonIgnore String password, String next, boolean remember) implements View {

    public static final FormSchema NAMES = FormSchema.of(
        FormField.text("username", EmailAddress.MAX).withLabel("User name or e-mail").required()
        .withDescription("Or a confirmed e-mail address."),
        FormField.secret("password").withLabel("Password").required(), FormField.text("next", 2000)
        .withDescription("Where people go then."),
        FormField.flag("remember").withDescription("The session lasts longer."));

    static LoginForm empty(String next) {
        return new LoginForm("", "", next == null ? "" : next, false);
    }

    static LoginForm read(FormInput in) {
        return new LoginForm(in.textOr("username", ""), in.textOr("password", ""), in.textOr("next", ""), in.isChecked("remember"));
    }

    @Override
    public String template() {
        return "account/login";
    }

    @Override
    public FormSchema names() {
        return NAMES;
    }

    @Override
    public String toString() {
        return "LoginForm[" + username + "]";
    }
}

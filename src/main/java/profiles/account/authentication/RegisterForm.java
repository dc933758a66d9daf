package profiles.account.authentication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import profiles.account.EmailAddress;
import profiles.account.Username;
import profiles.account.password.PasswordPolicy;
import profiles.web.FormErrors;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.View;
import profiles.web.request.FormInput;

/** The registration form. An e-mail address is optional. */
public record RegisterForm(String username, String email, @JsonIgnore String password) implements View {

    static final RegisterForm EMPTY = new RegisterForm("", "", "");
    public static final FormSchema NAMES = FormSchema.of(FormField.text("username", Username.MAX).withLabel("User name").required(),
        FormField.text("email", EmailAddress.MAX).withLabel("E-mail (optional)"),
        FormField.secret("password1").withLabel("Password").required().withDescription(PasswordPolicy.HINT),
        FormField.secret("password2").withLabel("The same password again").required().withDescription("The same once more."));

    static RegisterForm read(FormInput in, PasswordPolicy.Strength strength) {
        var errors = new FormErrors();
        var username = Username.normalize(in.textOr("username", ""));
        Username.validate(username, errors);
        var email = EmailAddress.read(in.textOr("email", ""), errors);
        var password = in.textOr("password1", "");
        var form = new RegisterForm(username, email, password);
        var typed = new PasswordPolicy.Typed("password1", password, "password2", in.textOr("password2", ""));
        PasswordPolicy.validate(typed, List.of(username, email), strength, form, errors);
        errors.check(form);
        return form;
    }

    @Override
    public String template() {
        return "account/register";
    }

    @Override
    public FormSchema names() {
        return NAMES;
    }

    @Override
    public String toString() {
        return "RegisterForm[" + username + "]";
    }
}

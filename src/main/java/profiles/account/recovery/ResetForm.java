package profiles.account.recovery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import profiles.account.User;
import profiles.account.password.PasswordPolicy;
import profiles.web.FormErrors;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.View;
import profiles.web.request.FormInput;

/** The new password of someone who has followed the link in a mail. */
public record ResetForm(String username, @JsonIgnore String password) implements View {

    public static final FormSchema NAMES = FormSchema.of(FormField.secret("new_password1").withLabel("New password").required()
        .withDescription(PasswordPolicy.HINT),
        FormField.secret("new_password2").withLabel("The same password again").required().withDescription("The same once more."));

    static ResetForm empty(User user) {
        return new ResetForm(user.username(), "");
    }

    static ResetForm read(FormInput in, User user, PasswordPolicy.Strength strength) {
        var errors = new FormErrors();
        var password = in.textOr("new_password1", "");
        var typed = new PasswordPolicy.Typed("new_password1", password, "new_password2", in.textOr("new_password2", ""));
        PasswordPolicy.validate(typed, user.ownNames(), strength, empty(user), errors);
        errors.check(empty(user));
        return new ResetForm(user.username(), password);
    }

    @Override
    public String template() {
        return "account/reset";
    }

    @Override
    public FormSchema names() {
        return NAMES;
    }

    @Override
    public String toString() {
        return "ResetForm[" + username + "]";
    }
}

package profiles.account.recovery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.function.Predicate;
import profiles.account.User;
import profiles.account.password.PasswordConfirmation;
import profiles.account.password.PasswordPolicy;
import profiles.web.FormErrors;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.View;
import profiles.web.request.FormInput;

/** A member's new password, with the old one. The user name is there for password managers. */
public record PasswordChangeForm(String username, @JsonIgnore String password) implements View {

    public static final FormSchema NAMES = FormSchema.of(FormField.secret("old_password").withLabel("Your current password").required(),
        FormField.secret("new_password1").withLabel("New password").required().withDescription(PasswordPolicy.HINT),
        FormField.secret("new_password2").withLabel("The same password again").required().withDescription("The same once more."));

    static PasswordChangeForm empty(User user) {
        return new PasswordChangeForm(user.username(), "");
    }

    /** @param isOld tells whether a password is the one that the user has now */
    static PasswordChangeForm read(FormInput in, User user, Predicate<String> isOld, PasswordPolicy.Strength strength) {
        var errors = new FormErrors();
        if (!isOld.test(in.textOr("old_password", ""))) errors.add("old_password", PasswordConfirmation.WRONG);
        var password = in.textOr("new_password1", "");
        var typed = new PasswordPolicy.Typed("new_password1", password, "new_password2", in.textOr("new_password2", ""));
        PasswordPolicy.validate(typed, user.ownNames(), strength, empty(user), errors);
        errors.check(empty(user));
        return new PasswordChangeForm(user.username(), password);
    }

    @Override
    public String template() {
        return "account/password";
    }

    @Override
    public FormSchema names() {
        return NAMES;
    }

    @Override
    public String toString() {
        return "PasswordForm[" + username + "]";
    }
}

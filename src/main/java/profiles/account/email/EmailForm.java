package profiles.account.email;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.function.Predicate;
import profiles.account.EmailAddress;
import profiles.account.User;
import profiles.account.password.PasswordConfirmation;
import profiles.web.FormErrors;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.View;
import profiles.web.request.FormInput;

/**
 * A member's e-mail address, to be changed with the password.
 *
 * @param email    as typed, or as it is
 * @param current  as it is; "" for none
 * @param verified whether the current one is
 */
public record EmailForm(String email, boolean verified, @JsonIgnore String current) implements View {

    public static final FormSchema NAMES = FormSchema.of(FormField.text("email", EmailAddress.MAX).withLabel("E-mail").required(),
        FormField.secret("password").withLabel("Your password").required());

    static EmailForm of(User user, boolean verified) {
        return new EmailForm(user.email(), verified, user.email());
    }

    /** @param isPassword tells whether a text is the user's password */
    static EmailForm read(FormInput in, User user, boolean verified, Predicate<String> isPassword) {
        var errors = new FormErrors();
        var form = new EmailForm(EmailAddress.readRequired(in.textOr("email", ""), errors), verified, user.email());
        if (!isPassword.test(in.textOr("password", ""))) errors.add("password", PasswordConfirmation.WRONG);
        errors.check(form);
        return form;
    }

    @Override
    public String template() {
        return "account/email";
    }

    @Override
    public FormSchema names() {
        return NAMES;
    }
}

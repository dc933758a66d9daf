package profiles.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.function.Predicate;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Name;
import profiles.web.Names;
import profiles.web.View;

/** A member's new password, with the old one. The user name is there for password managers. */
public record PasswordForm(String username, @JsonIgnore String password) implements View {

    public static final Names NAMES = Names.of(Name.secret("old_password").called("Your current password").required(),
        Name.secret("new_password1").called("New password").required().says(NewPassword.HINT),
        Name.secret("new_password2").called("The same password again").required().says("The same once more."));

    static PasswordForm empty(User user) {
        return new PasswordForm(user.username(), "");
    }

    /** @param isOld tells whether a password is the one that the user has now */
    static PasswordForm read(Input in, User user, Predicate<String> isOld) {
        var errors = new Errors();
        if (!isOld.test(in.textOr("old_password", ""))) errors.on("old_password", OwnPassword.WRONG);
        var password = in.textOr("new_password1", "");
        NewPassword.judge("new_password1", password, "new_password2", in.textOr("new_password2", ""), user.ownNames(), errors);
        errors.check(empty(user));
        return new PasswordForm(user.username(), password);
    }

    @Override
    public String template() {
        return "account/password";
    }

    @Override
    public Names names() {
        return NAMES;
    }

    /** Without the password, wherever it may end. */
    @Override
    public String toString() {
        return "PasswordForm[" + username + "]";
    }
}

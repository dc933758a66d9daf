package profiles.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Name;
import profiles.web.Names;
import profiles.web.View;

/** The new password of someone who has followed the link in a mail. */
public record ResetForm(String username, @JsonIgnore String password) implements View {

    public static final Names NAMES = Names.of(Name.secret("new_password1").called("New password").required().says(NewPassword.HINT),
        Name.secret("new_password2").called("The same password again").required().says("The same once more."));

    static ResetForm empty(User user) {
        return new ResetForm(user.username(), "");
    }

    static ResetForm read(Input in, User user) {
        var errors = new Errors();
        var password = in.textOr("new_password1", "");
        NewPassword.judge("new_password1", password, "new_password2", in.textOr("new_password2", ""), user.ownNames(), errors);
        errors.check(empty(user));
        return new ResetForm(user.username(), password);
    }

    @Override
    public String template() {
        return "account/reset";
    }

    @Override
    public Names names() {
        return NAMES;
    }

    /** Without the password, wherever it may end. */
    @Override
    public String toString() {
        return "ResetForm[" + username + "]";
    }
}

package profiles.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.function.Predicate;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Name;
import profiles.web.Names;
import profiles.web.View;

/**
 * A member's e-mail address, to be changed with the password.
 *
 * @param email    as typed, or as it is
 * @param current  as it is; "" for none
 * @param verified whether the current one is
 */
public record EmailForm(String email, boolean verified, @JsonIgnore String current) implements View {

    public static final Names NAMES = Names.of(Name.text("email", Email.MOST).called("E-mail").required(),
        Name.secret("password").called("Your password").required());

    static EmailForm of(User user, boolean verified) {
        return new EmailForm(user.email(), verified, user.email());
    }

    /** @param isPassword tells whether a text is the user's password */
    static EmailForm read(Input in, User user, boolean verified, Predicate<String> isPassword) {
        var errors = new Errors();
        var form = new EmailForm(Email.demand(in.textOr("email", ""), errors), verified, user.email());
        if (!isPassword.test(in.textOr("password", ""))) errors.on("password", OwnPassword.WRONG);
        errors.check(form);
        return form;
    }

    @Override
    public String template() {
        return "account/email";
    }

    @Override
    public Names names() {
        return NAMES;
    }
}

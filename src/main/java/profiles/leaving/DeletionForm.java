package profiles.leaving;

import com.fasterxml.jackson.annotation.JsonIgnore;
import profiles.account.Member;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Name;
import profiles.web.Names;
import profiles.web.View;

/** The account that is to be deleted, and the password that says it is meant. */
public record DeletionForm(String username, @JsonIgnore String password) implements View {

    public static final Names NAMES = Names.of(Name.secret("password").called("Your password").required());

    static DeletionForm empty(Member member) {
        return new DeletionForm(member.username(), "");
    }

    static DeletionForm read(Input in, Member member) {
        var form = new DeletionForm(member.username(), in.textOr("password", ""));
        var errors = new Errors();
        if (form.password().isEmpty()) errors.on("password", "Type your password.");
        errors.check(form);
        return form;
    }

    @Override
    public String template() {
        return "leaving/delete";
    }

    @Override
    public Names names() {
        return NAMES;
    }

    /** Without the password, wherever it may end. */
    @Override
    public String toString() {
        return "DeletionForm[" + username + "]";
    }
}

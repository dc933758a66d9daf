package profiles.profile.leaving;

import com.fasterxml.jackson.annotation.JsonIgnore;
import profiles.account.Member;
import profiles.web.FormErrors;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.View;
import profiles.web.request.FormInput;

/** The form that deletes an account, with the password as confirmation. */
public record DeletionForm(String username, @JsonIgnore String password) implements View {

    public static final FormSchema NAMES = FormSchema.of(FormField.secret("password").withLabel("Your password").required());

    static DeletionForm empty(Member member) {
        return new DeletionForm(member.username(), "");
    }

    static DeletionForm read(FormInput in, Member member) {
        var form = new DeletionForm(member.username(), in.textOr("password", ""));
        var errors = new FormErrors();
        if (form.password().isEmpty()) errors.add("password", "Type your password.");
        errors.check(form);
        return form;
    }

    @Override
    public String template() {
        return "leaving/delete";
    }

    @Override
    public FormSchema names() {
        return NAMES;
    }

    @Override
    public String toString() {
        return "DeletionForm[" + username + "]";
    }
}

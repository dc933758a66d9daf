package profiles.account.recovery;

import profiles.account.EmailAddress;
import profiles.web.FormErrors;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.View;
import profiles.web.request.FormInput;

/** The form that requests a reset link. */
public record ResetRequestForm(String email) implements View {

    static final ResetRequestForm EMPTY = new ResetRequestForm("");
    public static final FormSchema NAMES = FormSchema.of(FormField.text("email", EmailAddress.MAX).withLabel("E-mail").required());

    static ResetRequestForm read(FormInput in) {
        var errors = new FormErrors();
        var form = new ResetRequestForm(EmailAddress.readRequired(in.textOr("email", ""), errors));
        errors.check(form);
        return form;
    }

    @Override
    public String template() {
        return "account/forgot";
    }

    @Override
    public FormSchema names() {
        return NAMES;
    }
}

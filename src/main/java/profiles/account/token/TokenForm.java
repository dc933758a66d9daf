package profiles.account.token;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import profiles.account.AccessToken;
import profiles.account.password.PasswordConfirmation;
import profiles.web.FormErrors;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.TextRules;
import profiles.web.View;
import profiles.web.request.FormInput;

/**
 * The form that creates a token.
 *
 * @param days         until it expires, as typed; "" for never
 * @param asksPassword whether the password is needed for a token that may write
 */
public record TokenForm(String name, String days, boolean readOnly, @JsonIgnore boolean asksPassword) implements View {
    private static final int MAX_DAYS = 3650;
    public static final FormSchema NAMES = FormSchema.of(FormField.text("name", AccessToken.NAME_LENGTH).withLabel("Name").required(),
        FormField.number("days", 1, MAX_DAYS).withLabel("Days until it expires").withDescription("Until it expires; absent for never."),
        FormField.flag("read_only").withDescription("Unless false is sent."),
        FormField.secret(PasswordConfirmation.FIELD).withLabel("Your password")
        .withDescription("Needed ten minutes after the login, for a token that may change things."));

    static TokenForm empty(boolean asksPassword) {
        return new TokenForm("", "90", true, asksPassword);
    }


    /** Where it is not said, a token may only read. */
    static TokenForm read(FormInput in, boolean asksPassword) {
        var errors = new FormErrors();
        var name = TextRules.line("name", in.textOr("name", ""), AccessToken.NAME_LENGTH, errors);
        if (name.isEmpty()) errors.add("name", "Give the token a name, so that you know it later.");
        var form = new TokenForm(name, in.digits("days"), in.isCheckedOr("read_only", true), asksPassword);
        if (!form.days.isEmpty() && !daysFit(form.days)) errors.add("days",
            "Use a whole number from 1 to " + MAX_DAYS + ", or leave this empty.");
        errors.check(form);
        return form;
    }

    /** @return null for never */
    public Instant expires(Instant now) {
        return days.isEmpty() ? null : now.plus(Duration.ofDays(Integer.parseInt(days)));
    }

    private static boolean daysFit(String days) {
        return days.matches("[0-9]{1,4}") && Integer.parseInt(days) >= 1 && Integer.parseInt(days) <= MAX_DAYS;
    }

    @Override
    public String template() {
        return "account/new_token";
    }

    @Override
    public FormSchema names() {
        return NAMES;
    }
}

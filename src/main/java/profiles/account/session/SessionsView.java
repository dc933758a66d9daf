package profiles.account.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import profiles.account.Session;
import profiles.account.password.PasswordConfirmation;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.View;

/**
 * Where a member is signed in (ASVS 7.5.2).
 *
 * @param asksPassword whether the password must be typed to end others
 */
public record SessionsView(List<SessionView> sessions, @JsonIgnore boolean asksPassword) implements View {

    public static final FormSchema NAMES = FormSchema.of(FormField.secret(PasswordConfirmation.FIELD).withLabel("Your password")
        .withDescription("Needed ten minutes after the login."));

    static SessionsView of(List<Session> sessions, Session asking, boolean asksPassword) {
        return new SessionsView(sessions.stream().map(session -> SessionView.of(session, asking)).toList(), asksPassword);
    }

    @Override
    public FormSchema names() {
        return NAMES;
    }

    @Override
    public String template() {
        return "account/sessions";
    }
}

package profiles.account;

import java.util.List;
import profiles.web.View;

/** Where a member is signed in (ASVS 7.5.2). */
public record SessionsView(List<SessionView> sessions) implements View {

    static SessionsView of(List<Session> sessions, Session asking) {
        return new SessionsView(sessions.stream().map(session -> SessionView.of(session, asking)).toList());
    }

    @Override
    public String template() {
        return "account/sessions";
    }
}

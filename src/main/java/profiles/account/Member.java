package profiles.account;

import io.javalin.http.Context;
import profiles.web.Visitor;
import profiles.web.security.AccessControl;

/**
 * An authenticated user, and how they authenticated.
 *
 * @param session null for a program that sends a token or a password with each request
 * @param canWrite  false for a token that may only read
 */
public record Member(User user, Session session, boolean canWrite) implements Visitor {

    public static Member by(Session session) {
        return new Member(session.user(), session, true);
    }

    public static Member by(AccessToken token) {
        return new Member(token.user, null, !token.readOnly);
    }

    public static Member byPassword(User user) {
        return new Member(user, null, true);
    }

    /** The member who sends the request, on a route for members. */
    public static Member of(Context ctx) {
        return (Member) AccessControl.current(ctx);
    }

    @Override
    public int id() {
        return user.id();
    }

    @Override
    public String username() {
        return user.username();
    }

    @Override
    public boolean isStaff() {
        return user.isStaff();
    }

    @Override
    public boolean isSuperuser() {
        return user.isSuperuser();
    }

    @Override
    public boolean hasSession() {
        return session != null;
    }
}

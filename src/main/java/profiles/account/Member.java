package profiles.account;

import io.javalin.http.Context;
import profiles.web.Access;
import profiles.web.Visitor;

/**
 * Someone signed in, and how he came in.
 *
 * @param session null for a program that sends a token or a password with each request
 * @param writes  false for a token that may only read
 */
public record Member(User user, Session session, boolean writes) implements Visitor {

    static Member by(Session session) {
        return new Member(session.user(), session, true);
    }

    static Member by(AccessToken token) {
        return new Member(token.user, null, !token.readOnly);
    }

    static Member byPassword(User user) {
        return new Member(user, null, true);
    }

    /** Who asks, on a route for members. */
    public static Member of(Context ctx) {
        return (Member) Access.let(ctx);
    }

    @Override
    public String username() {
        return user.username();
    }

    @Override
    public boolean staff() {
        return user.staff();
    }

    @Override
    public boolean superuser() {
        return user.superuser();
    }

    @Override
    public boolean owner() {
        return session != null;
    }
}

package profiles.account;

import io.javalin.http.Context;
import profiles.web.Access;
import profiles.web.Visitor;

/** Someone signed in, with the session that says so. */
public record Member(Session session) implements Visitor {

    /** Who asks, on a route for members. */
    public static Member of(Context ctx) {
        return (Member) Access.let(ctx);
    }

    public User user() {
        return session.user();
    }

    @Override
    public String username() {
        return user().username();
    }

    @Override
    public boolean staff() {
        return user().staff();
    }
}

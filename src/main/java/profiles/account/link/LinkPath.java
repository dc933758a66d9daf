package profiles.account.link;

import io.javalin.http.Context;
import profiles.account.User;

/** The end of a mailed link: {@code <uid>/<token>/}. */
public record LinkPath(String userId, String token) {

    /** Whom the page links to, or asks for its style, does not hear the token either. */
    public static LinkPath of(Context ctx) {
        ctx.header("Referrer-Policy", "no-referrer");
        return new LinkPath(ctx.pathParam("uid"), ctx.pathParam("token"));
    }

    boolean isFor(User user) {
        return userId.equals(String.valueOf(user.id()));
    }

    @Override
    public String toString() {
        return "LinkPath[" + userId + "]";
    }
}

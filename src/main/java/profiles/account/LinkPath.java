package profiles.account;

import io.javalin.http.Context;

/** The end of a mailed link: {@code <uid>/<token>/}. */
record LinkPath(String userId, String token) {

    /** Whom the page links to, or asks for its style, does not hear the token either. */
    static LinkPath of(Context ctx) {
        ctx.header("Referrer-Policy", "no-referrer");
        return new LinkPath(ctx.pathParam("uid"), ctx.pathParam("token"));
    }

    boolean isOf(User user) {
        return userId.equals(String.valueOf(user.id()));
    }

    /** Without the token, wherever it may end. */
    @Override
    public String toString() {
        return "LinkPath[" + userId + "]";
    }
}

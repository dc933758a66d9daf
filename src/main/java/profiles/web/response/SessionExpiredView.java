package profiles.web.response;

import io.javalin.http.Context;
import profiles.web.MediaType;
import profiles.web.View;

/**
 * The page for a form with files whose session has ended. A redirect to the login would lose what was typed and chosen; the browser still
 * has it, and sends it again when this page is reloaded.
 */
record SessionExpiredView() implements View {
    static final SessionExpiredView PAGE = new SessionExpiredView();

    /** Other forms are short; they lead to the login. */
    static boolean is(Context ctx) {
        return MediaType.of(ctx).equals(MediaType.MULTIPART);
    }

    @Override
    public String template() {
        return "session_expired";
    }
}

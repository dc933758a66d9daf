package profiles.web.request;

import io.javalin.http.Context;
import profiles.web.Problem;

/** The {@code id} in a path. */
public final class PathId {
    private PathId() {
    }

    /** @throws Problem 404 for what is no number */
    public static long of(Context ctx) {
        var text = ctx.pathParam("id");
        if (!text.matches("[0-9]{1,18}")) throw Problem.notFound();
        return Long.parseLong(text);
    }
}

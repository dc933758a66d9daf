package profiles.web;

import io.javalin.http.Context;

/** Tells who asks. */
@FunctionalInterface
public interface Visitors {
    /** @return null for someone who is not signed in; asked once a request */
    Visitor asking(Context ctx);
}

package profiles.web;

import io.javalin.http.Context;

/** Authenticates the visitor of a request. */
@FunctionalInterface
public interface Visitors {
    /** @return null for someone who is not signed in; asked once a request */
    Visitor authenticate(Context ctx);
}

package profiles.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** The bytes of a request that holds no files. */
final class Body {
    private Body() {
    }

    /** @throws Problem 413 for more than texts may have, 400 or 408 when not all of it comes */
    static byte[] read(Context ctx) {
        try {
            var bytes = ctx.req().getInputStream().readNBytes(Limits.TEXTS + 1);
            if (bytes.length > Limits.TEXTS) throw Problem.tooLarge();
            return bytes;
        } catch (IOException broken) {
            throw broken.getCause() instanceof TimeoutException ? new Problem(408, "Request timeout", "The request took too long to come.")
                : Problem.torn("The request ended before all of it had come.");
        }
    }
}

package profiles.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** How much a request may carry: told early where it says its length, else while it is read. */
public final class Limits {
    /** Room for the texts of a form and the lines between its parts, in bytes. */
    public static final int TEXTS = 1_000_000;
    /** What a form may have that anyone may send, in bytes: all who do so at once must fit into the heap. */
    static final int OF_GUESTS = 32 * 1024;
    private static final String LIMIT = "limit";

    private final Path incoming;
    private final long most;

    /**
     * @param incoming the folder for parts on their way
     * @param files    what all files of a form may have together, in bytes; the limit of each is told beside its field
     */
    public Limits(Path incoming, long files) {
        this.incoming = incoming;
        this.most = files + TEXTS;
    }

    /** After it is known who asks. @throws Problem 413 before any of a large body is read */
    public void check(Context ctx) {
        var texts = ctx.routeRoles().contains(Role.GUEST) ? OF_GUESTS : TEXTS;
        var whole = ctx.isMultipartFormData() && texts == TEXTS ? most : texts;
        ctx.attribute(LIMIT, texts);
        MultipartInput.limit(ctx, incoming, whole);
        var length = ctx.req().getContentLengthLong();
        if (length <= whole) return;
        if (length <= TEXTS) drain(ctx);
        throw Problem.tooLarge();
    }

    /** Who is still sending when the connection closes sees no answer; so what is not much is let come, and dropped. */
    private static void drain(Context ctx) {
        try {
            ctx.req().getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException left) {
            // Then nobody waits for the answer either.
        }
    }

    /** What the texts of this request may have, in bytes. */
    static int texts(Context ctx) {
        return ctx.attribute(LIMIT);
    }

    /** Jetty tells a limit by the words of an exception somewhere in the chain. */
    static boolean exceeded(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException && String.valueOf(cause.getMessage()).matches(".*\\bmax\\b.*|Form with too many keys.*"))
                return true;
        }
        return false;
    }
}

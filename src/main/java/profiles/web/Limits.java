package profiles.web;

import io.javalin.http.Context;
import java.nio.file.Path;

/** How much a request may carry: told early where it says its length, else while it is read. */
public final class Limits {
    /** Room for the texts of a form and the lines between its parts, in bytes. */
    public static final int TEXTS = 1_000_000;

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

    /** @throws Problem 413 before any of the body is read */
    public void check(Context ctx) {
        MultipartInput.limit(ctx, incoming, most);
        if (ctx.req().getContentLengthLong() > (ctx.isMultipartFormData() ? most : TEXTS))
            throw Problem.tooLarge();
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

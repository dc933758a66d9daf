package profiles.web;

import io.javalin.http.Context;
import java.nio.file.Path;

/** How much a request may carry, and how fast it must come: told early where it says its length, else while it comes. */
public final class Limits {
    /** Room for the texts of a form and the lines between its parts, in bytes. */
    static final int TEXTS = 1_000_000;
    /** What a form may have that anyone may send, in bytes. */
    static final int OF_GUESTS = 32 * 1024;
    private static final String LIMIT = "limit";

    private final Path incoming;
    private final long most;
    private volatile Pace pace = Pace.USUAL;

    /**
     * @param incoming the folder for what is on its way
     * @param files    what all files of a form may have together, in bytes; the limit of each is told beside its field
     */
    public Limits(Path incoming, long files) {
        this.incoming = incoming;
        this.most = files + TEXTS;
    }

    /** For tests, which cannot wait long. */
    void hurry(Pace pace) {
        this.pace = pace;
    }

    /**
     * After it is known who asks, and before the handler is: the body is let come.
     *
     * @throws Problem 413 before any of a large body is read; for more, see {@link Arrival}
     */
    public void check(Context ctx) {
        var texts = ctx.routeRoles().contains(Role.GUEST) ? OF_GUESTS : TEXTS;
        var whole = Input.mediaType(ctx).equals(Input.PARTS) && texts == TEXTS ? most : texts;
        var length = ctx.req().getContentLengthLong();
        ctx.attribute(LIMIT, texts);
        if (length > whole && (length > TEXTS || SameOrigin.safe(ctx))) throw Problem.tooLarge();
        var receiver = length > whole ? Body.REFUSED : receiver(ctx, whole);
        if (receiver != null && !SameOrigin.safe(ctx)) Arrival.await(ctx, pace, receiver);
    }

    /** @return null for what no form is sent as: it is not read */
    private Arrival.Receiver receiver(Context ctx, long whole) {
        return switch (Input.mediaType(ctx)) {
            case Input.PARTS -> MultipartInput.receiver(ctx, incoming, whole);
            case Input.JSON, Input.URLENCODED -> Body.receiver(incoming, (int) whole);
            default -> null;
        };
    }

    /** What the texts of this request may have, in bytes. */
    static int texts(Context ctx) {
        return ctx.attribute(LIMIT);
    }
}

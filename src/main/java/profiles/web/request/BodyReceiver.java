package profiles.web.request;

import io.javalin.http.Context;
import java.nio.file.Path;
import profiles.web.MediaType;
import profiles.web.Problem;
import profiles.web.Role;
import profiles.web.security.CsrfFilter;

/** Limits the size of a request's body and how slowly it may come. */
public final class BodyReceiver {
    /** Room for the texts of a form and the lines between its parts, in bytes. */
    public static final int TEXTS = 1_000_000;
    /** What a form may have that anyone may send, in bytes. */
    public static final int OF_GUESTS = 32 * 1024;
    private static final String LIMIT = "limit";

    private final Path incoming;
    private final long max;
    private volatile DataRate pace = DataRate.USUAL;

    /**
     * @param incoming the folder for what is on its way
     * @param files    what all files of a form may have together, in bytes; the limit of each is told beside its field
     */
    public BodyReceiver(Path incoming, long files) {
        this.incoming = incoming;
        this.max = files + TEXTS;
    }

    /** For tests, which cannot wait long. */
    public void setDataRate(DataRate pace) {
        this.pace = pace;
    }

    /**
     * After it is known who asks, and before the handler is: the body is let come.
     *
     * @throws Problem 413 before any of a large body is read; for more, see {@link AsyncBody}
     */
    public void receive(Context ctx) {
        var texts = ctx.routeRoles().contains(Role.GUEST) ? OF_GUESTS : TEXTS;
        var whole = MediaType.of(ctx).equals(MediaType.MULTIPART) && texts == TEXTS ? max : texts;
        var length = ctx.req().getContentLengthLong();
        ctx.attribute(LIMIT, texts);
        if (length > whole) throw Problem.tooLarge();
        if (CsrfFilter.isSafeMethod(ctx)) return;
        var receiver = receiver(ctx, whole);
        if (receiver != null) AsyncBody.await(ctx, pace, receiver);
    }

    /** @return null for what no form is sent as: it is not read */
    private AsyncBody.Receiver receiver(Context ctx, long whole) {
        return switch (MediaType.of(ctx)) {
            case MediaType.MULTIPART -> MultipartInput.receiver(ctx, incoming, whole);
            case MediaType.JSON, MediaType.URLENCODED -> RequestBody.receiver(incoming, (int) whole);
            default -> null;
        };
    }

    /** What the texts of this request may have, in bytes. */
    public static int texts(Context ctx) {
        return ctx.attribute(LIMIT);
    }
}

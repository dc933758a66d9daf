package profiles.media;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Sends readers on to the store, which has bytes enough for all of them; what it says of the file stands in the signed address. */
final class AtTheStore {
    private AtTheStore() {
    }

    /**
     * HEAD is answered here, since the address is signed for GET. What a page embeds or fetches is sent by us, too: our pages' policy lets
     * nothing in from elsewhere, and the store does not know the origins that may read.
     *
     * @return whether the answer is a redirect
     */
    static boolean sent(Context ctx, Storage storage, Stored file) {
        if (!ctx.req().getMethod().equals("GET") || byPage(ctx)) return false;
        var link = storage.link(file.key(), MediaHeaders.type(file), MediaHeaders.disposition(ctx, file));
        if (link == null) return false;
        ctx.header("Cache-Control", "private, no-store");
        ctx.redirect(link.toString(), HttpStatus.FOUND);
        return true;
    }

    /** As browsers tell it (Fetch Metadata); programs say nothing. */
    private static boolean byPage(Context ctx) {
        var destination = ctx.header("Sec-Fetch-Dest");
        return destination != null && !destination.equals("document");
    }
}

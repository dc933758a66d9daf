package profiles.media;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import profiles.storage.Storage;
import profiles.storage.StoredFile;
import profiles.web.Authorization;

/** Redirects readers to the remote store. The signed address says how the store describes the file. */
final class PresignedRedirect {
    private PresignedRedirect() {
    }

    /**
     * HEAD is answered here, since the address is signed for GET. What a page embeds or fetches is sent by us, too: our pages' policy lets
     * nothing in from elsewhere, and the store does not know the origins that may read. So is a request with credentials: many clients send
     * their Authorization header on to the address of a redirect (CVE-2018-1000007), and a store refuses two ways of signing at once.
     *
     * @return whether the answer is a redirect
     */
    static boolean sendIfPossible(Context ctx, Storage storage, StoredFile file) {
        if (!ctx.req().getMethod().equals("GET") || byPage(ctx) || Authorization.isPresent(ctx)) return false;
        var link = storage.presignedUrl(file.key(), MediaHeaders.type(file), MediaHeaders.disposition(ctx, file));
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

package profiles.media;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.storage.Storage;
import profiles.storage.StoredFile;
import profiles.web.EntityTag;
import profiles.web.Problem;
import profiles.web.response.AsyncDownload;
import profiles.web.security.AccessControl;

/** Serves stored files to those who may read them. To everyone else they do not exist. */
public final class MediaDownloads {
    private final Storage storage;
    private final MediaReferences references;
    private final XAccelRedirect xAccel;

    @Inject
    MediaDownloads(Storage storage, MediaReferences references, XAccelRedirect xAccel) {
        this.storage = storage;
        this.references = references;
        this.xAccel = xAccel;
    }

    public void download(Context ctx) {
        var key = ctx.pathParam("key");
        var file = references.isReadable(key, AccessControl.current(ctx)) ? storage.find(key) : null;
        if (file == null) throw Problem.notFound();
        if (xAccel.isEnabled()) xAccel.send(ctx, file);
        else if (EntityTag.isUnmodified(ctx, file.etag())) unchanged(ctx, file);
        else if (!PresignedRedirect.sendIfPossible(ctx, storage, file)) send(ctx, file, ByteRange.of(rangeAsked(ctx, file), file.size()));
    }

    private static void unchanged(Context ctx, StoredFile file) {
        MediaHeaders.describe(ctx, file);
        ctx.status(304);
    }

    /**
     * A range of a file that has changed since is not wanted (RFC 9110, 13.1.5), and only GET has ranges (14.2). No date is sent, so none
     * can match.
     */
    private static String rangeAsked(Context ctx, StoredFile file) {
        var condition = ctx.header("If-Range");
        return isGet(ctx) && (condition == null || condition.equals(file.etag())) ? ctx.header("Range") : null;
    }

    private void send(Context ctx, StoredFile file, ByteRange range) {
        var part = range == null ? new ByteRange(0, file.size()) : range;
        var bytes = isGet(ctx) ? storage.read(file.key(), part.from(), part.length()) : null;
        // Between the two questions its owner may have replaced it.
        if (isGet(ctx) && bytes == null) throw Problem.notFound();
        MediaHeaders.describe(ctx, file);
        if (range != null) ctx.status(206).header("Content-Range", range.of(file.size()));
        ctx.res().setContentLengthLong(part.length());
        if (bytes != null) AsyncDownload.async(ctx, bytes);
    }

    private static boolean isGet(Context ctx) {
        return ctx.req().getMethod().equals("GET");
    }
}

package profiles.media;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.web.Access;
import profiles.web.EntityTag;
import profiles.web.Problem;

/** Serves stored files to those who may read them; to anyone else they are not there. */
public final class MediaFiles {
    private final Storage storage;
    private final References references;
    private final Handover handover;

    @Inject
    MediaFiles(Storage storage, References references, Handover handover) {
        this.storage = storage;
        this.references = references;
        this.handover = handover;
    }

    public void download(Context ctx) {
        var key = ctx.pathParam("key");
        var file = references.readable(key, Access.let(ctx)) ? storage.find(key) : null;
        if (file == null) throw Problem.notFound();
        if (handover.on()) handover.to(ctx, file);
        else if (EntityTag.known(ctx, file.etag())) unchanged(ctx, file);
        else if (!AtTheStore.sent(ctx, storage, file)) send(ctx, file, ByteRange.of(rangeAsked(ctx, file), file.size()));
    }

    private static void unchanged(Context ctx, Stored file) {
        MediaHeaders.describe(ctx, file);
        ctx.status(304);
    }

    /** A range of a file that has changed since is not wanted (RFC 9110, 13.1.5), and only GET has ranges (14.2). No date is sent, so none can match. */
    private static String rangeAsked(Context ctx, Stored file) {
        var condition = ctx.header("If-Range");
        return isGet(ctx) && (condition == null || condition.equals(file.etag())) ? ctx.header("Range") : null;
    }

    private void send(Context ctx, Stored file, ByteRange range) {
        var part = range == null ? new ByteRange(0, file.size()) : range;
        var bytes = isGet(ctx) ? storage.read(file.key(), part.from(), part.length()) : null;
        // Between the two questions its owner may have replaced it.
        if (isGet(ctx) && bytes == null) throw Problem.notFound();
        MediaHeaders.describe(ctx, file);
        if (range != null) ctx.status(206).header("Content-Range", range.of(file.size()));
        ctx.res().setContentLengthLong(part.length());
        if (bytes != null) Sending.async(ctx, bytes);
    }

    private static boolean isGet(Context ctx) {
        return ctx.req().getMethod().equals("GET");
    }
}

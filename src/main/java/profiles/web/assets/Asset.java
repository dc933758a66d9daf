package profiles.web.assets;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import profiles.web.CompressionPolicy;
import profiles.web.ContentEncoding;
import profiles.web.EntityTag;
import profiles.web.ResponseWriter;

/**
 * A static file in one content coding.
 *
 * @param type as in Content-Type
 * @param tag  a strong one: each form has its own (RFC 9110, 8.8.3.3)
 */
record Asset(String type, ContentEncoding coding, byte[] bytes, String tag) {

    static Asset of(String name, ContentEncoding coding, byte[] bytes) {
        return new Asset(type(name), coding, bytes, EntityTag.of(bytes));
    }

    /** Javalin compresses nothing here: that is done. */
    void answer(Context ctx) {
        CompressionPolicy.disable(ctx).contentType(type).header("ETag", tag).header("Vary", "Accept-Encoding");
        if (EntityTag.isUnmodified(ctx, tag)) ctx.status(304);
        else send(ctx);
    }

    private void send(Context ctx) {
        if (coding != ContentEncoding.NONE) ctx.header("Content-Encoding", coding.token);
        ResponseWriter.setShared(ctx, bytes);
    }

    private static String type(String name) {
        var type = ContentType.mimeTypeByExtension(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) throw new IllegalStateException("static/" + name + " is of no known type");
        return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }
}

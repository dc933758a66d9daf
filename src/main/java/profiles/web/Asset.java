package profiles.web;

import io.javalin.http.ContentType;
import io.javalin.http.Context;

/**
 * A file that pages load, in one of the forms in which it is sent.
 *
 * @param type as in Content-Type
 * @param tag  a strong one: each form has its own (RFC 9110, 8.8.3.3)
 */
record Asset(String type, Coding coding, byte[] bytes, String tag) {

    static Asset of(String name, Coding coding, byte[] bytes) {
        return new Asset(type(name), coding, bytes, EntityTag.of(bytes));
    }

    /** Javalin compresses nothing here: that is done. */
    void answer(Context ctx) {
        ctx.disableCompression().contentType(type).header("ETag", tag).res().addHeader("Vary", "Accept-Encoding");
        if (EntityTag.known(ctx, tag)) ctx.status(304);
        else send(ctx);
    }

    private void send(Context ctx) {
        if (coding != Coding.NONE) ctx.header("Content-Encoding", coding.token);
        ctx.result(bytes);
    }

    private static String type(String name) {
        var type = ContentType.mimeTypeByExtension(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) throw new IllegalStateException("static/" + name + " is of no known type");
        return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }
}

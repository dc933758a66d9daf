package profiles.web;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * A file that pages load.
 *
 * @param type  as in Content-Type
 * @param forms how it can be sent; as it is, always
 */
record Asset(String type, Map<Coding, Form> forms) {

    /** @param tag a strong one: each form has its own (RFC 9110, 8.8.3.3) */
    record Form(byte[] bytes, String tag) {
        static Form of(byte[] bytes) {
            return new Form(bytes, EntityTag.of(bytes));
        }
    }

    static Asset plain(String name, byte[] bytes) {
        return new Asset(type(name), Map.of(Coding.NONE, Form.of(bytes)));
    }

    /** Out of the jar, in all the forms that the build has made of it. */
    static Asset packed(String name) {
        var forms = new EnumMap<Coding, Form>(Coding.class);
        for (var coding : Coding.values()) {
            var bytes = resource("static/" + name + coding.end);
            if (bytes != null) forms.put(coding, Form.of(bytes));
        }
        return new Asset(type(name), forms);
    }

    /** Javalin compresses nothing here: that is done. */
    void answer(Context ctx) {
        var coding = Coding.best(ctx.header("Accept-Encoding"), forms.keySet());
        var form = forms.get(coding);
        ctx.disableCompression().header("ETag", form.tag).res().addHeader("Vary", "Accept-Encoding");
        ctx.contentType(type);
        if (EntityTag.known(ctx, form.tag)) ctx.status(304);
        else send(ctx, coding, form);
    }

    private static void send(Context ctx, Coding coding, Form form) {
        if (coding != Coding.NONE) ctx.header("Content-Encoding", coding.token);
        ctx.result(form.bytes);
    }

    /** @return null when there is none */
    static byte[] resource(String name) {
        try (var in = Asset.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String type(String name) {
        var type = ContentType.mimeTypeByExtension(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) throw new IllegalStateException("static/" + name + " is of no known type");
        return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }
}

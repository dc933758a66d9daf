package profiles.media;

import io.javalin.http.Context;

/** What is said with a stored file: what it is and how it is called, so that no browser makes a page of ours of it. */
final class MediaHeaders {
    /** Nothing in the file may run, load or be framed. A PDF gets no sandbox: Chromium's viewer does not start in one. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private MediaHeaders() {
    }

    static void describe(Context ctx, Stored file) {
        ctx.contentType(type(file));
        ctx.header("Content-Disposition", disposition(ctx, file));
        ctx.header("Content-Security-Policy", FileKind.ofName(MediaUrl.name(file.key())) == FileKind.PDF ? POLICY : POLICY + "; sandbox");
        ctx.header("Cache-Control", "private, no-cache");
        ctx.header("Accept-Ranges", "bytes");
        ctx.header("ETag", file.etag());
        ctx.disableCompression();
    }

    static String type(Stored file) {
        var kind = FileKind.ofName(MediaUrl.name(file.key()));
        return kind == null ? "application/octet-stream" : kind.type();
    }

    static String disposition(Context ctx, Stored file) {
        var name = MediaName.given(file.key());
        var kind = FileKind.ofName(name);
        return (kind != null && kind.inline() && ctx.queryParam("download") == null ? "inline" : "attachment") + named(name);
    }

    /** In ASCII for old programs, and as it is for the others (RFC 6266, 4.3). */
    static String named(String name) {
        var ascii = name.replaceAll("[^ -~]|[\"\\\\%]", "_");
        return "; filename=\"" + ascii + "\"" + (ascii.equals(name) ? "" : "; filename*=UTF-8''" + MediaUrl.encode(name));
    }
}

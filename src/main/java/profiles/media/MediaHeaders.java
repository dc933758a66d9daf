package profiles.media;

import io.javalin.http.Context;
import profiles.fileformat.FileFormat;
import profiles.fileformat.FileName;
import profiles.fileformat.Transliteration;
import profiles.storage.StoredFile;
import profiles.web.security.SecurityHeaders;

/** The headers of a stored file: type, name, and a policy that lets no browser run it as a page of ours. */
public final class MediaHeaders {
    /** Nothing in the file may run, load or be framed. A PDF gets no sandbox: Chromium's viewer does not start in one. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private MediaHeaders() {
    }

    static void describe(Context ctx, StoredFile file) {
        ctx.contentType(type(file));
        ctx.header("Content-Disposition", disposition(ctx, file));
        ctx.header("Content-Security-Policy", FileFormat.byExtension(FileName.of(file.key())) == FileFormat.PDF ? POLICY
            : POLICY + "; sandbox");
        ctx.header("Cache-Control", "private, no-cache");
        // In spite of no-cache a browser goes back to what it has without asking; but not with another cookie, as after a logout (ASVS
        // 14.3.2).
        SecurityHeaders.vary(ctx, "Cookie");
        ctx.header("Accept-Ranges", "bytes");
        ctx.header("ETag", file.etag());
    }

    static String type(StoredFile file) {
        var kind = FileFormat.byExtension(FileName.of(file.key()));
        return kind == null ? "application/octet-stream" : kind.type();
    }

    static String disposition(Context ctx, StoredFile file) {
        var name = FileName.displayName(file.key());
        var kind = FileFormat.byExtension(name);
        var inline = kind != null && kind.isInline() && ctx.queryParam("download") == null;
        return (inline ? "inline" : "attachment") + named(name, fallback(file.key()));
    }

    /**
     * In ASCII for old programs and for curl, and as it is for the others (RFC 6266, 4.3).
     *
     * @param fallback in ASCII, without an ending, for a name of whose letters none has a like there
     */
    public static String named(String name, String fallback) {
        var ascii = Transliteration.fileName(name, fallback);
        return "; filename=\"" + ascii + "\"" + (ascii.equals(name) ? "" : "; filename*=UTF-8''" + MediaUrl.encode(name));
    }

    /** Such as "cv" for what is in "cvs/". */
    private static String fallback(String key) {
        return key.substring(0, key.lastIndexOf('/') + 1).replaceFirst("s?/$", "");
    }
}

package profiles.web;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Where to go after a login: a path of this service, and nowhere else (ASVS 3.7.2, CWE-601). */
public final class Next {
    private Next() {
    }

    /** @param asked may be null; browsers read a backslash as a slash and drop control characters, so neither is taken */
    public static String or(String otherwise, String asked) {
        return asked != null && asked.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*") ? encoded(asked) : otherwise;
    }

    /** Where to come back to after a login: the page that was asked for, or whose form was sent, since a redirect cannot send it again. */
    static String after(Context ctx) {
        if (!SameOrigin.safe(ctx)) return or("/", pathOf(ctx.header("Referer")));
        return ctx.queryString() == null ? ctx.path() : ctx.path() + "?" + ctx.queryString();
    }

    /** Browsers tell it to our own pages alone (Referrer-Policy), and to follow its path leaves this service for no other. */
    private static String pathOf(String referer) {
        try {
            return referer == null ? null : URI.create(referer).getRawPath();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** A header holds ASCII; a path is UTF-8, percent-encoded. */
    private static String encoded(String path) {
        var out = new StringBuilder();
        path.codePoints().forEach(c -> {
            if (c > ' ' && c < 127) out.append((char) c);
            else for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) out.append(String.format("%%%02X", b));
        });
        return out.toString();
    }
}

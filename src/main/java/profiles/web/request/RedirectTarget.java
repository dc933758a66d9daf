package profiles.web.request;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import profiles.web.security.CsrfFilter;

/** Where to go after a login: only to a path of this service (ASVS 3.7.2, CWE-601). */
public final class RedirectTarget {
    private RedirectTarget() {
    }

    /** @param asked may be null; browsers read a backslash as a slash and drop control characters, so neither is taken */
    public static String orDefault(String defaultValue, String request) {
        return request != null && request.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*") ? encoded(request) : defaultValue;
    }

    /** Where to come back to after a login: the page that was asked for, or whose form was sent, since a redirect cannot send it again. */
    public static String afterLogin(Context ctx) {
        if (!CsrfFilter.isSafeMethod(ctx)) return orDefault("/", pathOf(ctx.header("Referer")));
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

package profiles.web;

import io.javalin.http.Context;

/**
 * The credentials that a program sends with each request (RFC 9110, 11.6.2). Where there are any, no cookie counts.
 *
 * @param scheme as sent: its case does not matter
 * @param value  "" for none
 */
public record Authorization(String scheme, String value) {
    private static final String HEADER = "Authorization";

    /** @return null when the request has none */
    public static Authorization of(Context ctx) {
        var header = ctx.header(HEADER);
        if (header == null) return null;
        var parts = header.strip().split(" +", 2);
        return new Authorization(parts[0], parts.length == 2 ? parts[1] : "");
    }

    public static boolean isPresent(Context ctx) {
        return ctx.header(HEADER) != null;
    }

    public static boolean isBearer(Context ctx) {
        return isPresent(ctx) && of(ctx).is("Bearer");
    }

    public boolean is(String name) {
        return scheme.equalsIgnoreCase(name);
    }
}

package profiles.web;

import io.javalin.http.Context;
import java.util.Arrays;

/** The two ways in which the service is spoken to. */
enum Dialect {
    PAGE, JSON;

    private static final String KEY = "dialect";

    /** JSON below /api/, for who accepts it rather than HTML (RFC 9110, 12.5.1), and for who accepts anything, but sends JSON or an Authorization. */
    static Dialect of(Context ctx) {
        return ctx.attributeOrCompute(KEY, Dialect::ask);
    }

    private static Dialect ask(Context ctx) {
        if (ctx.path().startsWith("/api/")) return JSON;
        var accept = ctx.header("Accept");
        if (accept == null) accept = "*/*";
        double json = quality(accept, "application/json", "application/problem+json"), html = quality(accept, "text/html", "application/xhtml+xml");
        if (json != html) return json > html ? JSON : PAGE;
        return ctx.isJson() || Authorization.in(ctx) ? JSON : PAGE;
    }

    private static double quality(String accept, String... types) {
        return Arrays.stream(accept.split(",")).map(range -> range.strip().toLowerCase())
            .filter(range -> Arrays.stream(types).anyMatch(type -> matches(range.split(";")[0].strip(), type)))
            .mapToDouble(Dialect::weight).max().orElse(0);
    }

    private static boolean matches(String range, String type) {
        return range.equals(type) || range.equals("*/*") || range.equals(type.split("/")[0] + "/*");
    }

    /** Between equals, who is named beats who is merely not excluded: {@code application/json, text/plain, *}{@code /*} wants JSON. */
    private static double weight(String range) {
        var q = Arrays.stream(range.split(";")).map(String::strip).filter(part -> part.matches("q=[01](\\.\\d{0,3})?")).findFirst()
            .map(part -> Double.parseDouble(part.substring(2))).orElse(1.0);
        return range.contains("*") ? q * 0.9999 : q;
    }
}

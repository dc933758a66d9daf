package profiles.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;

/** The format of a response: a page for people, or JSON for programs. */
public enum ResponseFormat {
    PAGE, JSON;

    private static final String KEY = "dialect";

    public static ResponseFormat of(Context ctx) {
        return ctx.attributeOrCompute(KEY, request -> of(request.path(), request.header("Accept"), request.isJson()
            || Authorization.isPresent(request)));
    }

    /**
     * JSON below /api/, for who accepts it rather than HTML (RFC 9110, 12.5.1), and for who accepts anything, but sends JSON or an
     * Authorization.
     *
     * @param accept may be null, which accepts anything
     */
    public static ResponseFormat of(String path, String accept, boolean speaksJson) {
        if (path.startsWith("/api/")) return JSON;
        var ranges = (accept == null ? "*/*" : accept).toLowerCase(Locale.ROOT).split(",");
        int json = Math.max(preference(ranges, "application/json"), preference(ranges, "application/problem+json")),
            html = preference(ranges, "text/html");
        if (json != html) return json > html ? JSON : PAGE;
        return speaksJson ? JSON : PAGE;
    }

    /** The range that names the type best counts, and between equals, who is named beats who is merely not excluded. */
    private static int preference(String[] ranges, String type) {
        for (var name : new String[] {type, type.split("/")[0] + "/*", "*/*"}) {
            for (var range : ranges) {
                var parts = range.split(";");
                if (parts.length > 0 && parts[0].strip().equals(name)) return 2 * thousandths(parts) + (name.equals(type) ? 1 : 0);
            }
        }
        return 0;
    }

    /** @return the weight from 0 to 1000; -1 for 0, so that what is excluded is less than what is not mentioned */
    private static int thousandths(String[] range) {
        if (range.length == 1) return 1000;
        var q = Arrays.stream(range).skip(1).map(part -> part.replace(" ", ""))
            .filter(part -> part.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)"))
            .findFirst().map(part -> Double.parseDouble(part.substring(2))).orElse(1.0);
        return q == 0 ? -1 : (int) Math.round(q * 1000);
    }
}

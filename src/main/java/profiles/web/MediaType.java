package profiles.web;

import io.javalin.http.Context;
import java.util.Locale;

/** The media types of request bodies that forms and the API take. */
public final class MediaType {
    public static final String JSON = "application/json";
    public static final String URLENCODED = "application/x-www-form-urlencoded";
    public static final String MULTIPART = "multipart/form-data";
    public static final String SUPPORTED = JSON + ", " + URLENCODED + ", " + MULTIPART;

    private MediaType() {
    }

    /** The type of the request's body in lower case, without parameters; "" if the header is absent. */
    public static String of(Context ctx) {
        var type = ctx.contentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}

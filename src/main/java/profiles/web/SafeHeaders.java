package profiles.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.Config;

/** What browsers are told with every answer (ASVS 3.4). */
@Singleton
public final class SafeHeaders {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Map<String, String> all = new LinkedHashMap<>();

    @Inject
    SafeHeaders(Config config) {
        all.put("Content-Security-Policy", POLICY);
        all.put("X-Content-Type-Options", "nosniff");
        all.put("X-Frame-Options", "DENY");
        all.put("Referrer-Policy", "same-origin");
        all.put("Cross-Origin-Opener-Policy", "same-origin");
        all.put("Cross-Origin-Resource-Policy", "same-origin");
        // Pages are personal; what is not says so itself.
        all.put("Cache-Control", "no-store");
        if (config.secure()) all.put("Strict-Transport-Security", "max-age=31536000");
    }

    public void add(Context ctx) {
        all.forEach(ctx::header);
    }

    Map<String, String> all() {
        return all;
    }
}

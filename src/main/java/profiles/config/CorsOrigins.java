package profiles.config;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The setting CORS_ORIGINS: other origins whose pages may speak for their visitors, written as browsers write them (RFC 6454, 6.2). */
final class CorsOrigins {
    private CorsOrigins() {
    }

    static Set<String> read(Environment settings) {
        var origins = Arrays.stream(settings.text("CORS_ORIGINS", "").split(",")).map(String::strip).filter(text -> !text.isEmpty())
            .toList();
        for (var text : origins)
            if (!isExact(text)) settings.reject("CORS_ORIGINS", "\"" + text
                + "\" is not an origin as browsers send it, like https://app.example.org");
        return origins.stream().filter(CorsOrigins::isExact).collect(Collectors.toUnmodifiableSet());
    }

    /** In small letters, without a default port, a path or a slash at the end; neither * nor null, which would be anybody. */
    private static boolean isExact(String text) {
        try {
            var url = URI.create(text);
            if (url.getScheme() == null || url.getHost() == null) return false;
            var usual = url.getPort() == (url.getScheme().equals("https") ? 443 : 80);
            var exact = url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
            return url.getScheme().matches("https?") && !usual && text.equals(exact) && text.equals(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

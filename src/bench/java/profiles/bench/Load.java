package profiles.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A request that is sent again and again.
 *
 * @param cookies of the people who ask it by turns, as their header says; none for a guest
 * @param body    null without one
 */
record Load(String method, String url, Map<String, String> headers, List<String> cookies, Path body) {
    static Load get(String url, String... cookies) {
        return new Load("GET", url, Map.of("Accept", url.contains("/api/") ? "application/json" : "text/html"), List.of(cookies), null);
    }

    static Load post(String url, String type, Path body, List<String> cookies) {
        return new Load("POST", url, Map.of("Content-Type", type), cookies, body);
    }
}

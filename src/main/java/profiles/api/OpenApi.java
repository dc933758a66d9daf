package profiles.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import profiles.web.Json;
import profiles.web.Role;

/** Builds the OpenAPI 3.1 document from the table of routes. */
final class OpenApi {
    private static final String ABOUT =
        "Accounts, profiles and documents. Every page also answers JSON (`Accept: application/json`), and every form also takes "
        + "JSON with the same names. In a change, what is absent stays and null clears. Slashes at the end are optional, and HEAD is "
        + "answered like GET. "
        + "Errors are problem details (RFC 9457).";

    private final Schemas schemas = new Schemas();
    private final Responses answers = new Responses(schemas);
    private final Requests requests = new Requests(schemas);
    private final List<Operation> operations;
    private final String cookie;

    /** @param cookie the name of the session's cookie */
    OpenApi(List<Operation> operations, String cookie) {
        this.operations = operations;
        this.cookie = cookie;
    }

    Map<String, Object> document() {
        var version = getClass().getPackage().getImplementationVersion();
        return Json.object(
            "openapi", "3.1.0",
            "info", Json.object("title", "Profiles", "version", version == null ? "unreleased" : version, "description", ABOUT,
                "license", Json.object("name", "Apache 2.0", "identifier", "Apache-2.0")),
            "servers", List.of(Json.object("url", "/")),
            "tags", operations.stream().map(OpenApi::tag).distinct().map(room -> Json.object("name", room)).toList(),
            "paths", paths(),
            "components", Json.object("schemas", schemas.components(), "responses", answers.shared(), "securitySchemes", schemes()));
    }

    private Map<String, Object> paths() {
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (var operation : operations)
            paths.computeIfAbsent(operation.address(), path -> new LinkedHashMap<>())
                .put(operation.method.toLowerCase(Locale.ROOT), described(operation));
        return new LinkedHashMap<>(paths);
    }

    private Map<String, Object> described(Operation operation) {
        var name = Stream.of(operation.address().split("[^a-zA-Z]+")).filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(Collectors.joining());
        var id = operation.method.toLowerCase(Locale.ROOT) + (name.isEmpty() ? "Start" : name);
        var described = Json.object("operationId", id, "tags", List.of(tag(operation)), "summary", operation.summary);
        if (operation.role != Role.GUEST) described.put("description", roleDescription(operation.role));
        described.put("security", security(operation.role));
        var parameters = requests.parameters(operation);
        if (!parameters.isEmpty()) described.put("parameters", parameters);
        if (operation.form != null) described.put("requestBody",
            requests.body(operation, id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1)));
        described.put("responses", answers.of(operation));
        return described;
    }

    /** The first word of the path that is not "api". */
    private static String tag(Operation operation) {
        var first = operation.path.replaceFirst("^/api(?=/[a-z_]+/)", "").replaceFirst("^/([a-z_]+)/.*", "$1");
        return first.matches("[a-z_]+") && !first.equals("docs") ? first : "service";
    }

    private static String roleDescription(Role role) {
        return switch (role) {
            case OWNER -> "For members who have logged in, not by a token or a password in a header.";
            case MEMBER -> "For members.";
            case SUPERUSER -> "For superusers.";
            default -> "For staff.";
        };
    }

    private static List<Object> security(Role role) {
        var session = Json.object("session", List.of());
        return switch (role) {
            case GUEST -> List.of();
            case OWNER -> List.of(session);
            default -> List.of(session, Json.object("token", List.of()), Json.object("password", List.of()));
        };
    }

    private Map<String, Object> schemes() {
        return Json.object(
            "session", Json.object("type", "apiKey", "in", "cookie", "name", cookie, "description", "The cookie that a login sets."),
            "token", Json.object("type", "http", "scheme", "bearer", "description", "Made at /accounts/tokens/; it may be read-only."),
            "password", Json.object("type", "http", "scheme", "basic", "description", "User name and password; slower than a token."));
    }
}

package profiles.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import profiles.web.Json;
import profiles.web.Role;
import profiles.web.response.ProblemView;

/** The responses of an operation: its own, and those that follow from its role and its request. */
final class Responses {
    private static final String PROBLEM = "application/problem+json";

    /** What a status says to programs, and the headers that come with it. */
    private enum Shared {
        MALFORMED(400, "The request cannot be read."),
        GUEST(401, "Not logged in, or wrong credentials.", "WWW-Authenticate"),
        FORBIDDEN(403, "Not allowed for this user or token, or sent by another site."),
        NOWHERE(404, "Not found, or not visible for this user."),
        SLOW(408, "The body was sent too slowly."),
        TOO_LARGE(413, "Too large. If a file is too large, errors names its field."),
        UNSUPPORTED(415, "The body is neither JSON nor a form.", "Accept"),
        INVALID(422, "Invalid fields: errors has the messages of each."),
        TOO_OFTEN(429, "Too many attempts.", "Retry-After"),
        BUSY(503, "Overloaded, or the database, the storage or the scanner is unreachable.",
        "Retry-After"),
        FULL(507, "The storage is full.");

        private final int status;
        private final String description;
        private final List<String> headers;

        Shared(int status, String description, String... headers) {
            this.status = status;
            this.description = description;
            this.headers = List.of(headers);
        }
    }

    private final Schemas schemas;

    Responses(Schemas schemas) {
        this.schemas = schemas;
    }

    /** All shared ones by status, for the components of the document. */
    Map<String, Object> shared() {
        var all = new LinkedHashMap<String, Object>();
        for (var each : Shared.values()) all.put("Status" + each.status, problem(each.description, each.headers));
        all.put("Other", problem("Any other error, such as a 405 with Allow.", List.of()));
        return all;
    }

    Map<String, Object> of(Operation operation) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put(String.valueOf(operation.status), success(operation));
        if (operation.isForBrowsers() && operation.status != 303 && isRedirect(operation))
            answers.put("303", Json.object("description", "The next page for people.",
            "headers", headers(List.of("Location"))));
        operation.others.forEach((status, when) -> answers.put(status.toString(), status < 300 ? plain(operation, when)
            : status < 400 ? Json.object("description", when) : problem(when, List.of())));
        if (operation.tagged && !operation.isRead()) answers.put("204",
            Json.object("description", "The same with Prefer: return=minimal (RFC 7240).",
            "headers", headers(List.of("ETag", "Preference-Applied"))));
        if (operation.tagged) answers.put(operation.isRead() ? "304" : "412", operation.isRead()
            ? Json.object("description", "Not modified.", "headers", headers(List.of("ETag")))
            : problem("Changed since; the ETag is the current one.", List.of("ETag")));
        for (var each : expected(operation)) answers.put(String.valueOf(each.status), reference("Status" + each.status));
        for (var range : List.of("4XX", "5XX")) answers.put(range, reference("Other"));
        return answers;
    }

    /** People are led to another page after what they have sent, and to the login where they are not signed in. */
    private static boolean isRedirect(Operation operation) {
        return !operation.isRead() || operation.role != Role.GUEST;
    }

    private static List<Shared> expected(Operation operation) {
        var expected = new ArrayList<Shared>();
        if (operation.form != null) expected.addAll(List.of(Shared.SLOW, Shared.FULL, Shared.MALFORMED, Shared.UNSUPPORTED,
            Shared.INVALID));
        if (operation.role != Role.GUEST) expected.add(Shared.GUEST);
        if (!operation.isRead() || operation.role != Role.GUEST && operation.role != Role.MEMBER) expected.add(Shared.FORBIDDEN);
        if (operation.path.matches(".*[{<](id|key)[}>].*")) expected.add(Shared.NOWHERE);
        if (!operation.isRead()) expected.add(Shared.TOO_LARGE);
        if (operation.form != null || operation.role != Role.GUEST) expected.add(Shared.TOO_OFTEN);
        expected.add(Shared.BUSY);
        return expected;
    }

    private Map<String, Object> success(Operation operation) {
        var answer = plain(operation, operation.summary + ".");
        var headers = new ArrayList<String>();
        if (operation.status == 201 || operation.status == 303) headers.add("Location");
        if (operation.tagged) headers.add("ETag");
        if (!headers.isEmpty()) answer.put("headers", headers(headers));
        return answer;
    }

    private Map<String, Object> plain(Operation operation, String description) {
        var answer = Json.object("description", description);
        if (operation.view != null) answer.put("content", content(operation));
        else if (operation.status == 200) answer.put("content", Json.object(operation.type, Json.object("schema", Json.object())));
        return answer;
    }

    private Map<String, Object> content(Operation operation) {
        var content = Json.object(operation.type, Json.object("schema", schemas.of(operation.view)));
        if (operation.isForBrowsers() && (operation.isRead() || operation.status == 201))
            content.put("text/html", Json.object("schema", Json.object("type", "string")));
        return content;
    }

    private Map<String, Object> problem(String description, List<String> headers) {
        var answer = Json.object("description", description);
        if (!headers.isEmpty()) answer.put("headers", headers(headers));
        answer.put("content", Json.object(PROBLEM, Json.object("schema", schemas.of(ProblemView.class))));
        return answer;
    }

    private static Map<String, Object> headers(List<String> names) {
        var headers = new LinkedHashMap<String, Object>();
        names.forEach(name -> headers.put(name, Json.object("schema", Json.object("type", "string"))));
        return headers;
    }

    private static Map<String, Object> reference(String name) {
        return Json.object("$ref", "#/components/responses/" + name);
    }
}

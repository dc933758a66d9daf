package profiles.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import profiles.web.Json;
import profiles.web.ProblemView;
import profiles.web.Role;

/** The answers of an operation: its own, and those that follow from who may ask and what is sent. */
final class Answers {
    private static final String PROBLEM = "application/problem+json";

    /** What a status says to programs, and the headers that come with it. */
    private enum Shared {
        MALFORMED(400, "What was sent cannot be read."),
        GUEST(401, "Nobody is signed in, or the credentials are not right.", "WWW-Authenticate"),
        FORBIDDEN(403, "Not for this visitor, not by a token, or sent by another site."),
        NOWHERE(404, "There is no such thing, or it is not for this visitor to know."),
        SLOW(408, "What was sent came too slowly."),
        TOO_LARGE(413, "More than is taken; of a file that is too large, errors tells the field."),
        UNSUPPORTED(415, "The body is neither JSON nor a form.", "Accept"),
        INVALID(422, "Something is wrong with these fields: errors has the messages of each."),
        TOO_OFTEN(429, "Tried too often.", "Retry-After"),
        BUSY(503, "Too much is asked, or the database, the place of the documents or the scanner cannot be reached, at this moment.", "Retry-After"),
        FULL(507, "There is no room for it.");

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

    Answers(Schemas schemas) {
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
        if (operation.forPeople() && operation.status != 303 && moves(operation)) answers.put("303", Json.object("description", "Where people go on.",
            "headers", headers(List.of("Location"))));
        operation.others.forEach((status, when) -> answers.put(status.toString(), status < 300 ? plain(operation, when)
            : status < 400 ? Json.object("description", when) : problem(when, List.of())));
        if (operation.tagged && !operation.reads()) answers.put("204", Json.object("description", "The same, for who prefers return=minimal (RFC 7240).",
            "headers", headers(List.of("ETag", "Preference-Applied"))));
        if (operation.tagged) answers.put(operation.reads() ? "304" : "412", operation.reads()
            ? Json.object("description", "The asker has it already.", "headers", headers(List.of("ETag")))
            : problem("It has changed since: the ETag is that of now.", List.of("ETag")));
        for (var each : expected(operation)) answers.put(String.valueOf(each.status), reference("Status" + each.status));
        for (var range : List.of("4XX", "5XX")) answers.put(range, reference("Other"));
        return answers;
    }

    /** People are led to another page after what they have sent, and to the login where they are not signed in. */
    private static boolean moves(Operation operation) {
        return !operation.reads() || operation.role != Role.GUEST;
    }

    private static List<Shared> expected(Operation operation) {
        var expected = new ArrayList<Shared>();
        if (operation.form != null) expected.addAll(List.of(Shared.SLOW, Shared.FULL, Shared.MALFORMED, Shared.UNSUPPORTED, Shared.INVALID));
        if (operation.role != Role.GUEST) expected.add(Shared.GUEST);
        if (!operation.reads() || operation.role != Role.GUEST && operation.role != Role.MEMBER) expected.add(Shared.FORBIDDEN);
        if (operation.path.matches(".*[{<](id|key)[}>].*")) expected.add(Shared.NOWHERE);
        if (!operation.reads()) expected.add(Shared.TOO_LARGE);
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
        if (operation.forPeople() && (operation.reads() || operation.status == 201)) content.put("text/html", Json.object("schema", Json.object("type", "string")));
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

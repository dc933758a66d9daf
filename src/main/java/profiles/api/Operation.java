package profiles.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import profiles.web.Name;
import profiles.web.Names;
import profiles.web.Role;

/** A row of the table of routes, and what is told of it to those who write programs. */
public final class Operation {
    final String method;
    final String path;
    final Role role;
    final Map<Integer, String> others = new TreeMap<>();
    final List<Name> query = new ArrayList<>();
    /** Null where nothing is told, which a test finds. */
    String summary;
    int status;
    /** Null for an answer that is no view. */
    Class<?> view;
    String type = "application/json";
    /** Null where no form is taken. */
    Names form;
    boolean tagged;

    Operation(String method, String path, Role role) {
        this.method = method;
        this.path = path;
        this.role = role;
    }

    /** A 200 with a view: for programs its JSON, see {@link Schemas}. */
    public Operation shows(String summary, Class<?> view) {
        this.view = view;
        return answers(200, summary);
    }

    /** A 201 with what is new. */
    public Operation makes(String summary, Class<?> view) {
        this.view = view;
        return answers(201, summary);
    }

    /** A 204: nothing more is to be said. */
    public Operation ends(String summary) {
        return answers(204, summary);
    }

    /** A 303 to another address. */
    public Operation leads(String summary) {
        return answers(303, summary);
    }

    /** A 200 with a file. */
    public Operation sends(String summary, String mediaType) {
        this.type = mediaType;
        return answers(200, summary);
    }

    /** The form, which comes as JSON, urlencoded or in parts. */
    public Operation takes(Names form) {
        this.form = form;
        return this;
    }

    /** What may stand behind the question mark. */
    public Operation asks(Name... parameters) {
        query.addAll(List.of(parameters));
        return this;
    }

    /** Another answer, besides those that all routes of the role and the method share. */
    public Operation or(int status, String when) {
        others.put(status, when);
        return this;
    }

    /** The view has an ETag: who has it gets a 304, and a change may be bound to it. */
    public Operation tagged() {
        tagged = true;
        return this;
    }

    private Operation answers(int status, String summary) {
        this.status = status;
        this.summary = summary;
        return this;
    }

    /** In OpenAPI's spelling. Clients encode a slash within a parameter, so that a key of the storage is two of them. */
    String address() {
        return path.replace("<key>", "{folder}/{name}");
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** Below /api/ there are only programs. */
    boolean forPeople() {
        return !path.startsWith("/api/");
    }

    String name() {
        return method + " " + path;
    }
}

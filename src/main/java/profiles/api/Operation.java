package profiles.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.Role;

/** A row of the table of routes, with its description for the API's document. */
public final class Operation {
    final String method;
    final String path;
    final Role role;
    final Map<Integer, String> others = new TreeMap<>();
    final List<FormField> query = new ArrayList<>();
    /** Null without a description, which a test reports. */
    String summary;
    int status;
    /** Null if the response is no view. */
    Class<?> view;
    String type = "application/json";
    /** Null if the operation takes no form. */
    FormSchema form;
    boolean formOptional;
    boolean tagged;

    Operation(String method, String path, Role role) {
        this.method = method;
        this.path = path;
        this.role = role;
    }

    /** A 200 with a view; programs get it as JSON, see {@link Schemas}. */
    public Operation returns(String summary, Class<?> view) {
        this.view = view;
        return answers(200, summary);
    }

    /** A 201 with the new object. */
    public Operation creates(String summary, Class<?> view) {
        this.view = view;
        return answers(201, summary);
    }

    /** A 204 without content. */
    public Operation returnsNothing(String summary) {
        return answers(204, summary);
    }

    /** A 303 to another address. */
    public Operation redirects(String summary) {
        return answers(303, summary);
    }

    /** A 200 with a file. */
    public Operation returnsFile(String summary, String mediaType) {
        this.type = mediaType;
        return answers(200, summary);
    }

    /** The form, which comes as JSON, urlencoded or in parts. */
    public Operation form(FormSchema form) {
        this.form = form;
        return this;
    }

    /** The same, but the request may come without it. */
    public Operation optionalForm(FormSchema form) {
        this.formOptional = true;
        return form(form);
    }

    /** Query parameters. */
    public Operation query(FormField... parameters) {
        query.addAll(List.of(parameters));
        return this;
    }

    /** Another response, besides those that all routes of the role and the method share. */
    public Operation error(int status, String when) {
        others.put(status, when);
        return this;
    }

    /** The view has an ETag: supports If-None-Match, and If-Match for changes. */
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

    boolean isRead() {
        return method.equals("GET");
    }

    /** Below /api/ there are only programs. */
    boolean isForBrowsers() {
        return !path.startsWith("/api/");
    }

    String name() {
        return method + " " + path;
    }
}

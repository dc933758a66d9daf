package profiles.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.Json;

/** The request of an operation: path, query, headers, and the form in three encodings. */
final class Requests {
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

    private final Schemas schemas;

    Requests(Schemas schemas) {
        this.schemas = schemas;
    }

    List<Object> parameters(Operation operation) {
        var all = new ArrayList<Object>();
        IN_PATH.matcher(operation.address()).results().map(found -> found.group(1)).forEach(name -> all.add(inPath(name)));
        operation.query.forEach(request -> all.add(parameter("query", request.name(), request.needed(), request.schema())));
        if (operation.tagged) all.add(header(operation.isRead() ? "If-None-Match" : "If-Match"));
        if (operation.tagged && !operation.isRead()) all.add(header("Prefer"));
        return all;
    }

    /** @param name of the schema among the components */
    Map<String, Object> body(Operation operation, String name) {
        var form = operation.form;
        var json = Json.object("schema", schemas.put(name, object(form, false)));
        if (form.all().stream().allMatch(each -> each.files().isEmpty()))
            return body(operation, Json.object("application/json", json, "application/x-www-form-urlencoded", json, "multipart/form-data",
                json));
        var parts = Json.object("schema", schemas.put(name + "InParts", object(form, true)), "encoding", encoding(form));
        return body(operation, Json.object("application/json", json, "application/x-www-form-urlencoded", json, "multipart/form-data",
            parts));
    }

    private static Map<String, Object> body(Operation operation, Map<String, Object> content) {
        return Json.object("required", !operation.formOptional, "content", content);
    }

    private static Map<String, Object> object(FormSchema form, boolean inParts) {
        var properties = new LinkedHashMap<String, Object>();
        for (var each : form.all()) properties.put(each.name(), inParts && !each.files().isEmpty() ? file(each) : each.schema());
        var required = form.all().stream().filter(FormField::needed).map(FormField::name).toList();
        var object = Json.object("type", "object", "properties", properties);
        if (!required.isEmpty()) object.put("required", required);
        return object;
    }

    private static Map<String, Object> file(FormField name) {
        var schema = Json.object("type", "string", "format", "binary");
        for (var keyword : List.of("title", "description")) if (name.schema().containsKey(keyword))
            schema.put(keyword, name.schema().get(keyword));
        return schema;
    }

    private static Map<String, Object> encoding(FormSchema form) {
        var encoding = new LinkedHashMap<String, Object>();
        form.all().stream().filter(each -> !each.files().isEmpty())
            .forEach(each -> encoding.put(each.name(), Json.object("contentType", String.join(", ", each.files()))));
        return encoding;
    }

    private static Map<String, Object> inPath(String name) {
        return parameter("path", name, true, Json.object("type", name.equals("id") ? "integer" : "string"));
    }

    private static Map<String, Object> header(String name) {
        return parameter("header", name, false, Json.object("type", "string"));
    }

    private static Map<String, Object> parameter(String in, String name, boolean required, Map<String, Object> schema) {
        return Json.object("name", name, "in", in, "required", required, "schema", schema);
    }
}

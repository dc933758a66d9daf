package profiles.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a form.
 *
 * @param schema what JSON holds, as JSON Schema says it (2020-12)
 * @param needed whether a form without it is refused
 * @param files  the media types of the files that a multipart form may send; empty for no file
 */
public record FormField(String name, Map<String, Object> schema, boolean needed, List<String> files) {

    public static FormField of(String name, Map<String, Object> schema) {
        return new FormField(name, schema, false, List.of());
    }

    /** @param max code points */
    public static FormField text(String name, int max) {
        return of(name, Json.object("type", "string", "maxLength", max));
    }

    /** A password or the like, which no answer holds. */
    public static FormField secret(String name) {
        return of(name, Json.object("type", "string", "format", "password"));
    }

    /** A box to be ticked. */
    public static FormField flag(String name) {
        return of(name, Json.object("type", "boolean"));
    }

    public static FormField choice(String name, List<String> among) {
        return of(name, Json.object("type", "string", "enum", among));
    }

    public static FormField number(String name, int min, int max) {
        return of(name, Json.object("type", "integer", "minimum", min, "maximum", max));
    }

    public FormField required() {
        return new FormField(name, schema, true, files);
    }

    /** JSON's null clears it. */
    public FormField nullable() {
        return schema.get("type") instanceof String type ? with("type", List.of(type, "null")) : this;
    }

    /** For people, beside the field. */
    public FormField withLabel(String label) {
        return with("title", label);
    }

    String label() {
        return (String) schema.getOrDefault("title", "");
    }

    /** In a sentence, for people. */
    public FormField withDescription(String description) {
        return with("description", description);
    }

    public FormField withMediaTypes(List<String> mediaTypes) {
        return new FormField(name, schema, needed, mediaTypes);
    }

    private FormField with(String keyword, Object value) {
        var more = new LinkedHashMap<>(schema);
        more.put(keyword, value);
        return new FormField(name, more, needed, files);
    }
}

package profiles.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A name that a form knows, and what may be sent under it.
 *
 * @param schema what JSON holds, as JSON Schema says it (2020-12)
 * @param needed whether a form without it is refused
 * @param files  the media types of the files that a multipart form may send; empty for what is no file
 */
public record Name(String name, Map<String, Object> schema, boolean needed, List<String> files) {

    public static Name of(String name, Map<String, Object> schema) {
        return new Name(name, schema, false, List.of());
    }

    /** @param most code points */
    public static Name text(String name, int most) {
        return of(name, Json.object("type", "string", "maxLength", most));
    }

    /** A password or the like, which no answer holds. */
    public static Name secret(String name) {
        return of(name, Json.object("type", "string", "format", "password"));
    }

    /** A box to be ticked. */
    public static Name flag(String name) {
        return of(name, Json.object("type", "boolean"));
    }

    /** One of several. */
    public static Name choice(String name, List<String> among) {
        return of(name, Json.object("type", "string", "enum", among));
    }

    public static Name number(String name, int least, int most) {
        return of(name, Json.object("type", "integer", "minimum", least, "maximum", most));
    }

    public Name required() {
        return new Name(name, schema, true, files);
    }

    /** JSON's null clears it. */
    public Name orNull() {
        return schema.get("type") instanceof String type ? with("type", List.of(type, "null")) : this;
    }

    /** For people, beside the field. */
    public Name called(String label) {
        return with("title", label);
    }

    String label() {
        return (String) schema.getOrDefault("title", "");
    }

    /** In a sentence, for people. */
    public Name says(String description) {
        return with("description", description);
    }

    public Name sentAs(List<String> mediaTypes) {
        return new Name(name, schema, needed, mediaTypes);
    }

    private Name with(String keyword, Object value) {
        var more = new LinkedHashMap<>(schema);
        more.put(keyword, value);
        return new Name(name, more, needed, files);
    }
}

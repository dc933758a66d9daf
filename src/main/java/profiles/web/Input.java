package profiles.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a visitor sent, the same whether by a form or as JSON: values by name, each a text, a whole number, a yes or no, nothing (null), or
 * files.
 */
public final class Input {
    static final String JSON = "application/json", URLENCODED = "application/x-www-form-urlencoded", PARTS = "multipart/form-data";
    static final String TYPES = JSON + ", " + URLENCODED + ", " + PARTS;

    /** What JSON writes as null: "clear this", unlike a name that is absent. */
    static final Object NULL = new Object();

    private final Map<String, Object> values;
    private final Map<String, List<Upload>> files;

    Input(Map<String, Object> values, Map<String, List<Upload>> files) {
        this.values = values;
        this.files = files;
    }

    /**
     * @param names what the form knows; any other is a mistake in JSON, and ignored in a form, where browsers add their own
     * @throws Problem 400 for what cannot be read, 413 for what has too many fields, 415 for another media type, 503 when too much is read at once
     */
    public static Input read(Context ctx, Set<String> names) {
        return switch (mediaType(ctx)) {
            case JSON -> Body.read(ctx, body -> JsonInput.read(body, names));
            case URLENCODED -> Body.read(ctx, UrlencodedInput::read);
            case PARTS -> MultipartInput.read(ctx);
            default -> throw Problem.unsupported("Send one of " + TYPES + ", and say which in Content-Type.");
        };
    }

    static String mediaType(Context ctx) {
        var type = ctx.contentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * @return null when absent; "" when null was sent
     * @throws Problem 400 when something else than a text was sent
     */
    public String text(String name) {
        var value = values.get(name);
        if (value == null) return null;
        if (value == NULL) return "";
        if (value instanceof String text) return text;
        throw Problem.malformed("\"" + name + "\" must be a text.");
    }

    /** @return {@code otherwise} when absent */
    public String textOr(String name, String otherwise) {
        var text = text(name);
        return text == null ? otherwise : text;
    }

    /** A whole number as it was typed, or as JSON has it; "" when absent. It is the form's to judge whether it is one. */
    public String digits(String name) {
        return values.get(name) instanceof Long number ? number.toString() : textOr(name, "").strip();
    }

    /** A box that is ticked in a form, or true in JSON. */
    public boolean ticked(String name) {
        var value = values.get(name);
        return value instanceof Boolean yes ? yes : value instanceof String text && !text.isEmpty() && !text.equals("false");
    }

    /** @return {@code otherwise} when absent */
    public boolean tickedOr(String name, boolean otherwise) {
        return values.containsKey(name) ? ticked(name) : otherwise;
    }

    /** @return whether JSON's null was sent */
    public boolean cleared(String name) {
        return values.get(name) == NULL;
    }

    /** @return the files sent under this name; empty when there are none */
    public List<Upload> files(String name) {
        return files.getOrDefault(name, List.of());
    }
}

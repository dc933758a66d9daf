package profiles.web.request;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import profiles.web.FormSchema;
import profiles.web.MediaType;
import profiles.web.Problem;
import profiles.web.TextRules;

/** The input of a form, alike for form encodings and JSON: values by name, each a text, a whole number, a flag, null, or files. */
public final class FormInput {
    /** What JSON writes as null: "clear this", unlike a name that is absent. */
    static final Object NULL = new Object();

    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<Upload>> files = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();

    void put(String name, Object value) {
        if (values.put(name, value) != null) repeated.add(name);
    }

    void put(String name, Upload file) {
        files.computeIfAbsent(name, first -> new ArrayList<>()).add(file);
    }

    /**
     * @param names what the form knows; any other is a mistake in JSON and for a file; a text is ignored, since browsers add their own
     * @throws Problem 400 for what cannot be read, 413 for what has too many fields, 415 for another media type, 503 when too much is read
     * at once
     */
    public static FormInput read(Context ctx, FormSchema names) {
        return switch (MediaType.of(ctx)) {
            case MediaType.JSON -> RequestBody.read(ctx, body -> JsonInput.read(body, names));
            case MediaType.URLENCODED -> RequestBody.read(ctx, UrlencodedInput::read);
            case MediaType.MULTIPART -> MultipartInput.read(ctx, names);
            default -> throw Problem.unsupported("Send one of " + MediaType.SUPPORTED + ", and say which in Content-Type.");
        };
    }

    /**
     * @return null when absent; "" when null was sent
     * @throws Problem 400 when something else than one text was sent
     */
    public String text(String name) {
        var value = value(name);
        if (value == null) return null;
        if (value == NULL) return "";
        if (value instanceof String text) return text;
        throw Problem.malformed("\"" + name + "\" must be a text.");
    }

    /** @return {@code defaultValue} when absent */
    public String textOr(String name, String defaultValue) {
        var text = text(name);
        return text == null ? defaultValue : text;
    }

    /** A whole number as it was typed, or as JSON has it; "" when absent. It is the form's to judge whether it is one. */
    public String digits(String name) {
        return value(name) instanceof Long number ? number.toString() : TextRules.strip(textOr(name, ""));
    }

    /** A box that is ticked in a form, or true in JSON. */
    public boolean isChecked(String name) {
        var value = value(name);
        return value instanceof Boolean yes ? yes : value instanceof String text && !text.isEmpty() && !text.equals("false");
    }

    /** @return {@code defaultValue} when absent */
    public boolean isCheckedOr(String name, boolean defaultValue) {
        return value(name) != null ? isChecked(name) : defaultValue;
    }

    /** @return whether JSON's null was sent */
    public boolean isCleared(String name) {
        return values.get(name) == NULL;
    }

    /** Whether a text was sent that is not empty. */
    public boolean hasText(String name) {
        return values.get(name) instanceof String text && !text.isEmpty();
    }

    /** Why what was sent under this name cannot be taken as one value; null when it can, or when there is none. */
    public String misfit(String name) {
        if (files.containsKey(name)) return "Send a text here, not a file.";
        return repeated.contains(name) ? "Send this once, not several times." : null;
    }

    private Object value(String name) {
        var misfit = misfit(name);
        if (misfit != null) throw Problem.malformed("\"" + name + "\": " + misfit);
        return values.get(name);
    }

    /** @return the files sent under this name; empty when there are none */
    public List<Upload> files(String name) {
        return files.getOrDefault(name, List.of());
    }
}

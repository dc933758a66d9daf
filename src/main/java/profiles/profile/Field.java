package profiles.profile;

import java.util.List;
import java.util.Map;
import profiles.web.FormErrors;
import profiles.web.FormField;
import profiles.web.Json;
import profiles.web.request.FormInput;

/** A field of the profile: its name, input, validation and display. */
public abstract class Field {
    private final String name;
    private final String label;
    private final ColumnAccessor property;

    Field(String name, String label, ColumnAccessor property) {
        this.name = name;
        this.label = label;
        this.property = property;
    }

    /** In forms, JSON and the database. */
    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    /** Names the templates of its kind: {@code jte/profile/field/KIND.jte} asks for it, {@code jte/profile/shown/KIND.jte} shows it. */
    public abstract String kind();

    /** Its value as text, of one form whatever was typed; "" for none. A date is {@code 1815-12-10}, a document its key in the storage. */
    public final String value(Profile profile) {
        return property.get(profile);
    }

    /** What JSON holds for it, as JSON Schema says it (2020-12). */
    Map<String, Object> schema() {
        return Json.object("type", "string", "title", label);
    }

    /** The names under which a form may send something for it. */
    List<FormField> names() {
        return List.of(FormField.of(name, schema()).nullable());
    }

    /** Judges what was sent, and notes what it changes; what was not sent stays as it is. */
    abstract void read(FormInput in, Profile now, ProfileChanges to, FormErrors errors);

    /** What was sent as a text; null when there is nothing, or no single text, which {@code errors} then tells. */
    final String text(FormInput in, FormErrors errors) {
        var misfit = in.misfit(name);
        if (misfit == null) return in.text(name);
        errors.add(name, misfit);
        return null;
    }

    /** What JSON has for this text; a document's is for those to say who know where it is. */
    public Object json(String text) {
        return text;
    }

    final void write(Profile profile, String text) {
        property.set(profile, text);
    }
}

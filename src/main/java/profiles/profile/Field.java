package profiles.profile;

import java.util.List;
import java.util.Map;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Json;
import profiles.web.Name;

/** A field of the profile: how it is called, read, judged and shown. */
public abstract class Field {
    private final String name;
    private final String label;
    private final Property property;

    Field(String name, String label, Property property) {
        this.name = name;
        this.label = label;
        this.property = property;
    }

    /** In forms, JSON and the database. */
    public String name() {
        return name;
    }

    /** For people. */
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
    List<Name> names() {
        return List.of(Name.of(name, schema()).orNull());
    }

    /** Judges what was sent, and notes what it changes; what was not sent stays as it is. */
    abstract void read(Input in, Profile now, Changes to, Errors errors);

    /** What JSON has for this text; a document's is for those to say who know where it is. */
    public Object json(String text) {
        return text;
    }

    final void write(Profile profile, String text) {
        property.set(profile, text);
    }
}

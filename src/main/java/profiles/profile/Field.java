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

    Field(String name, String label) {
        this.name = name;
        this.label = label;
        this.property = new Property(name);
    }

    /** In forms, JSON and the database. */
    public String name() {
        return name;
    }

    /** For people. */
    public String label() {
        return label;
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

    /** The column's text; "" for none. */
    final String value(Profile profile) {
        return property.get(profile);
    }

    final void write(Profile profile, String text) {
        property.set(profile, text);
    }
}

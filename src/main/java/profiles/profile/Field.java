package profiles.profile;

import java.util.Set;
import profiles.web.Errors;
import profiles.web.Input;

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

    /** The names under which a form may send something for it. */
    abstract Set<String> names();

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

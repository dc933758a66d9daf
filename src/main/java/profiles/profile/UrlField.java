package profiles.profile;

import java.util.Map;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Json;
import profiles.web.Text;

/** The address of a web page, of http or https alone; "" for none. */
public final class UrlField extends Field {
    private final int most;

    private UrlField(String name, String label, int most) {
        super(name, label, Property.text(name, most));
        this.most = most;
    }

    /**
     * Whatever is typed is kept in one form: {@code www.Example.org} becomes {@code https://www.example.org/}.
     *
     * @param name of the {@code String} property of {@link Profile}, as its column spells it
     * @param most characters of that form, at most what the column takes; all are ASCII
     */
    static UrlField of(String name, String label, int most) {
        return new UrlField(name, label, most);
    }

    @Override
    public String kind() {
        return "url";
    }

    public int most() {
        return most;
    }

    /** Whether it can be shown as a link: the column may hold what another program wrote. */
    public boolean links(String text) {
        return text.equals(WebAddress.of(text));
    }

    /** Its format is uri only where there is one. */
    @Override
    Map<String, Object> schema() {
        return Json.object("type", "string", "title", label(), "maxLength", most, "description", "The address of a web page.");
    }

    @Override
    void read(Input in, Profile now, Changes to, Errors errors) {
        var typed = in.text(name());
        if (typed == null) return;
        var text = typed.strip();
        var address = text.isEmpty() ? "" : WebAddress.of(text);
        if (address == null) errors.on(name(), "Write the address of a web page, such as https://www.example.org/name.");
        else if (address.length() > most) errors.on(name(), Text.tooLong(most, address.length()));
        to.write(this, address == null ? text : address);
    }
}

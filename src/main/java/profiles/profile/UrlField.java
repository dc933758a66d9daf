package profiles.profile;

import java.util.Map;
import profiles.web.FormErrors;
import profiles.web.Json;
import profiles.web.TextRules;
import profiles.web.request.FormInput;

/** The address of a web page, of http or https alone; "" for none. */
public final class UrlField extends Field {
    private final int max;

    private UrlField(String name, String label, int max) {
        super(name, label, ColumnAccessor.text(name, max));
        this.max = max;
    }

    /**
     * Whatever is typed is kept in one form: {@code www.Example.org} becomes {@code https://www.example.org/}.
     *
     * @param name of the {@code String} property of {@link Profile}, as its column spells it
     * @param maxLength characters of that form, at most what the column takes; all are ASCII
     */
    static UrlField of(String name, String label, int max) {
        return new UrlField(name, label, max);
    }

    @Override
    public String kind() {
        return "url";
    }

    public int maxLength() {
        return max;
    }

    /** Whether it can be shown as a link: the column may hold what another program wrote. */
    public boolean links(String text) {
        return text.equals(WebUrl.of(text));
    }

    /** Its format is uri only where there is one. */
    @Override
    Map<String, Object> schema() {
        return Json.object("type", "string", "title", label(), "maxLength", max, "description", "The address of a web page.");
    }

    @Override
    void read(FormInput in, Profile now, ProfileChanges to, FormErrors errors) {
        var typed = text(in, errors);
        if (typed == null) return;
        var text = TextRules.strip(typed);
        var address = text.isEmpty() ? "" : WebUrl.of(text);
        if (address == null) errors.add(name(), "Write the address of a web page, such as https://www.example.org/name.");
        else if (address.length() > max) errors.add(name(), TextRules.tooLong(max, address.length()));
        to.write(this, address == null ? text : address);
    }
}

package profiles.profile;

import java.util.Map;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Json;
import profiles.web.Text;

/** A text of one line or of several. */
public final class TextField extends Field {
    private final int most;
    private final boolean lines;
    private final String autocomplete;

    private TextField(String name, String label, int most, boolean lines, String autocomplete) {
        super(name, label);
        this.most = most;
        this.lines = lines;
        this.autocomplete = autocomplete;
    }

    /** @param most code points */
    static TextField line(String name, String label, int most) {
        return new TextField(name, label, most, false, "off");
    }

    /** @param most code points */
    static TextField lines(String name, String label, int most) {
        return new TextField(name, label, most, true, "off");
    }

    /** @param token of HTML's autocomplete attribute: the browser offers what it knows (WCAG 1.3.5) */
    TextField completedBy(String token) {
        return new TextField(name(), label(), most, lines, token);
    }

    public int most() {
        return most;
    }

    public boolean ofLines() {
        return lines;
    }

    public String autocomplete() {
        return autocomplete;
    }

    @Override
    Map<String, Object> schema() {
        return Json.object("type", "string", "title", label(), "maxLength", most);
    }

    @Override
    void read(Input in, Profile now, Changes to, Errors errors) {
        var typed = in.text(name());
        if (typed != null) to.write(this, lines ? Text.lines(name(), typed, most, errors) : Text.line(name(), typed, most, errors));
    }
}

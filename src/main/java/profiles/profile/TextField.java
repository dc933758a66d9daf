package profiles.profile;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Json;
import profiles.web.Text;

/** A text of one line or of several; "" for none. */
public final class TextField extends Field {
    private final int most;
    private final String mostText;
    private final boolean lines;
    private final String autocomplete;
    private final Shape shape;

    /** @param shape null when any text will do */
    private TextField(String name, String label, int most, boolean lines, String autocomplete, Shape shape) {
        super(name, label, Property.text(name, most));
        this.most = most;
        this.mostText = String.format(Locale.ROOT, "%,d", most);
        this.lines = lines;
        this.autocomplete = autocomplete;
        this.shape = shape;
    }

    /**
     * One line, without blanks at its ends.
     *
     * @param name of the {@code String} property of {@link Profile}, as its column spells it
     * @param most code points, at most what the column takes
     */
    static TextField line(String name, String label, int most) {
        return new TextField(name, label, most, false, "off", null);
    }

    /** Several lines, ended as they were sent. The parameters are those of {@link #line}; the end of a line counts as one code point. */
    static TextField lines(String name, String label, int most) {
        return new TextField(name, label, most, true, "off", null);
    }

    /** @param token of HTML's autocomplete attribute: the browser offers what it knows (WCAG 1.3.5) */
    TextField completedBy(String token) {
        return new TextField(name(), label(), most, lines, token, shape);
    }

    /**
     * No other text is taken than one that fits as a whole, or none.
     *
     * @param regex   in Java's dialect, of which only what JavaScript has too: see {@link Shape}
     * @param message what people read beside the field, such as "Write digits."
     */
    TextField matching(String regex, String message) {
        return new TextField(name(), label(), most, lines, autocomplete, new Shape(Pattern.compile(regex), message));
    }

    @Override
    public String kind() {
        return "text";
    }

    public int most() {
        return most;
    }

    /** For people, such as "5,000". */
    public String mostText() {
        return mostText;
    }

    public boolean ofLines() {
        return lines;
    }

    public String autocomplete() {
        return autocomplete;
    }

    /** For HTML's pattern attribute; null when any text will do. */
    public String pattern() {
        return shape == null ? null : shape.html();
    }

    /** What a text must look like, for people; null when any will do. */
    public String hint() {
        return shape == null ? null : shape.message();
    }

    /** A line's end counts as one, and is kept, and told, as two, as HTML forms send it; "" is for none. */
    @Override
    Map<String, Object> schema() {
        var schema = Json.object("type", "string", "title", label(), "maxLength", lines ? 2 * most : most);
        if (shape != null) schema.put("pattern", "^(?:" + shape.pattern().pattern() + ")?$");
        return schema;
    }

    @Override
    void read(Input in, Profile now, Changes to, Errors errors) {
        var typed = in.text(name());
        if (typed == null) return;
        var text = lines ? Text.lines(name(), typed, most, errors) : Text.line(name(), typed, most, errors);
        if (shape != null && !text.isEmpty() && !shape.fits(text)) errors.on(name(), shape.message());
        to.write(this, text);
    }
}

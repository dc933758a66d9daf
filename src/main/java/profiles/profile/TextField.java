package profiles.profile;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import profiles.web.FormErrors;
import profiles.web.Json;
import profiles.web.TextRules;
import profiles.web.request.FormInput;

/** A text of one line or of several; "" for none. */
public final class TextField extends Field {
    private final int max;
    private final String maxLengthText;
    private final boolean lines;
    private final String autocomplete;
    private final TextPattern shape;

    /** @param shape null when any text will do */
    private TextField(String name, String label, int max, boolean lines, String autocomplete, TextPattern shape) {
        super(name, label, ColumnAccessor.text(name, max));
        this.max = max;
        this.maxLengthText = String.format(Locale.ROOT, "%,d", max);
        this.lines = lines;
        this.autocomplete = autocomplete;
        this.shape = shape;
    }

    /**
     * One line, without blanks at its ends.
     *
     * @param name of the {@code String} property of {@link Profile}, as its column spells it
     * @param maxLength code points, at most what the column takes
     */
    static TextField line(String name, String label, int max) {
        return new TextField(name, label, max, false, "off", null);
    }

    /** Several lines, ended as they were sent. The parameters are those of {@link #line}; the end of a line counts as one code point. */
    static TextField lines(String name, String label, int max) {
        return new TextField(name, label, max, true, "off", null);
    }

    /** @param token of HTML's autocomplete attribute: the browser offers what it knows (WCAG 1.3.5) */
    TextField completedBy(String token) {
        return new TextField(name(), label(), max, lines, token, shape);
    }

    /**
     * No other text is taken than one that fits as a whole, or none.
     *
     * @param regex   in Java's dialect, of which only what JavaScript has too: see {@link TextPattern}
     * @param message what people read beside the field, such as "Write digits."
     */
    TextField matching(String regex, String message) {
        return new TextField(name(), label(), max, lines, autocomplete, new TextPattern(Pattern.compile(regex), message));
    }

    @Override
    public String kind() {
        return "text";
    }

    public int maxLength() {
        return max;
    }

    /** For people, such as "5,000". */
    public String maxLengthText() {
        return maxLengthText;
    }

    public boolean isMultiline() {
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
        var schema = Json.object("type", "string", "title", label(), "maxLength", lines ? 2 * max : max);
        if (shape != null) schema.put("pattern", "^(?:" + shape.pattern().pattern() + ")?$");
        return schema;
    }

    @Override
    void read(FormInput in, Profile now, ProfileChanges to, FormErrors errors) {
        var typed = text(in, errors);
        if (typed == null) return;
        var text = lines ? TextRules.lines(name(), typed, max, errors) : TextRules.line(name(), typed, max, errors);
        if (shape != null && !text.isEmpty() && !shape.fits(text)) errors.add(name(), shape.message());
        to.write(this, text);
    }
}

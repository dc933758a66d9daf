package profiles.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import profiles.web.FormErrors;
import profiles.web.Json;
import profiles.web.TextRules;
import profiles.web.request.FormInput;

/** A day of the calendar, without a time or a zone; none is NULL in the database and null in JSON. */
public final class DateField extends Field {
    /** The first that both databases and HTML's date input take, and the last that a page offers: later ones are mistyped. */
    public static final LocalDate FIRST = LocalDate.of(1000, 1, 1), LAST = LocalDate.of(2999, 12, 31);
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final boolean past;

    private DateField(String name, String label, boolean past) {
        super(name, label, ColumnAccessor.date(name));
        this.past = past;
    }

    /**
     * From the year 1000 to 9999.
     *
     * @param name of the {@code LocalDate} property of {@link Profile}, as its column spells it; it must take null
     */
    static DateField of(String name, String label) {
        return new DateField(name, label, false);
    }

    /** No later day than today is taken; today is the day in UTC. */
    DateField past() {
        return new DateField(name(), label(), true);
    }

    @Override
    public String kind() {
        return "date";
    }

    /** As people write it: 10 December 1815. @param text as {@link #value} has it, and not "" */
    public String words(String text) {
        return LocalDate.parse(text).format(TEXT);
    }

    @Override
    public Object json(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    Map<String, Object> schema() {
        return Json.object("type", List.of("string", "null"), "title", label(), "format", "date");
    }

    @Override
    void read(FormInput in, Profile now, ProfileChanges to, FormErrors errors) {
        var typed = text(in, errors);
        if (typed == null) return;
        var text = TextRules.strip(typed);
        if (!text.isEmpty()) validate(text, to.today(), errors);
        to.write(this, text);
    }

    private void validate(String text, LocalDate today, FormErrors errors) {
        var day = parse(text);
        if (day == null) errors.add(name(), "Write a date as year-month-day, such as 1990-12-31.");
        else if (day.isBefore(FIRST)) errors.add(name(), "Write a date from the year 1000 on.");
        else if (past && day.isAfter(today)) errors.add(name(), "This day is still to come. Use today or an earlier one.");
    }

    private static LocalDate parse(String text) {
        try {
            return ISO.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}

package profiles.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form: messages by field, in the order of the fields. */
public final class Errors {
    /** The name under which stands what belongs to no single field. */
    public static final String FORM = "form";
    static final Errors NONE = new Errors();

    private final Map<String, List<String>> messages = new LinkedHashMap<>();
    private int status = 422;

    public Errors on(String field, String message) {
        messages.computeIfAbsent(field, name -> new ArrayList<>()).add(message);
        return this;
    }

    /** A field over a limit of size: the answer is a 413. */
    public Errors tooLarge(String field, String message) {
        status = 413;
        return on(field, message);
    }

    public List<String> of(String field) {
        return messages.getOrDefault(field, List.of());
    }

    public boolean none() {
        return messages.isEmpty();
    }

    /** The field to begin with; null when no field is wrong. */
    public String first() {
        for (var name : messages.keySet()) if (!name.equals(FORM)) return name;
        return null;
    }

    /** The fields that are wrong. */
    public List<String> fields() {
        return messages.keySet().stream().filter(name -> !name.equals(FORM)).toList();
    }

    /** @throws Invalid with the form as typed, when anything is wrong */
    public void check(View form) {
        if (!none()) throw new Invalid(form, this);
    }

    public Map<String, List<String>> byField() {
        return Collections.unmodifiableMap(messages);
    }

    int status() {
        return status;
    }
}

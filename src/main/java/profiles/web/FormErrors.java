package profiles.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The errors of a form: messages by field, in the order of the fields. */
public final class FormErrors {
    /** The name under which stands what belongs to no single field. */
    public static final String FORM = "form";
    public static final FormErrors NONE = new FormErrors();

    private final Map<String, List<String>> messages = new LinkedHashMap<>();
    private int status = 422;

    public FormErrors add(String field, String message) {
        messages.computeIfAbsent(field, name -> new ArrayList<>()).add(message);
        return this;
    }

    /** A field over a limit of size: the answer is a 413. */
    public FormErrors tooLarge(String field, String message) {
        status = 413;
        return add(field, message);
    }

    public List<String> of(String field) {
        return messages.getOrDefault(field, List.of());
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The field to begin with; null when no field is wrong. */
    public String first() {
        for (var name : messages.keySet()) if (!name.equals(FORM)) return name;
        return null;
    }

    public List<String> fields() {
        return messages.keySet().stream().filter(name -> !name.equals(FORM)).toList();
    }

    /** @throws InvalidForm with the form as typed, when anything is wrong */
    public void check(View form) {
        if (!isEmpty()) throw new InvalidForm(form, this);
    }

    public Map<String, List<String>> byField() {
        return Collections.unmodifiableMap(messages);
    }

    public int status() {
        return status;
    }
}

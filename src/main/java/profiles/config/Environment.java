package profiles.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Environment variables by name, and the errors found in them. */
public final class Environment {
    private final Map<String, String> values;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    public Environment(Map<String, String> values) {
        this.values = values;
    }

    /** Blanks at the ends do not count, and an empty setting is none. */
    String text(String name, String defaultValue) {
        var value = values.getOrDefault(name, "").strip();
        return value.isEmpty() ? defaultValue : value;
    }

    /** To the letter; null when it is not set. */
    String secret(String name) {
        return values.get(name);
    }

    int number(String name, int defaultValue, int min, int max) {
        var text = text(name, String.valueOf(defaultValue));
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) return Integer.parseInt(text);
        reject(name, "\"" + text + "\" is not a number from " + min + " to " + max);
        return defaultValue;
    }

    boolean flag(String name) {
        return flag(name, false);
    }

    boolean flag(String name, boolean defaultValue) {
        var text = text(name, String.valueOf(defaultValue));
        if (!text.matches("true|false")) reject(name, "\"" + text + "\" is neither true nor false");
        return text.equals("true");
    }

    /** On, unless it is switched off. */
    boolean isOn(String name) {
        var text = text(name, "on");
        if (!text.matches("on|off")) reject(name, "\"" + text + "\" is neither on nor off");
        return !text.equals("off");
    }

    /** Only the first thing that is wrong with a setting is kept: the others follow from it. */
    public void reject(String name, String why) {
        wrong.putIfAbsent(name, why);
    }

    public boolean isValid(String name) {
        return !wrong.containsKey(name);
    }

    public boolean isValid() {
        return wrong.isEmpty();
    }

    public Map<String, String> errors() {
        return Collections.unmodifiableMap(wrong);
    }

    public void throwIfInvalid() {
        if (wrong.isEmpty()) return;
        var lines = new StringBuilder("Profiles cannot start:");
        wrong.forEach((name, why) -> lines.append("\n  ").append(name).append(": ").append(why));
        throw new StartupException(lines.toString());
    }
}

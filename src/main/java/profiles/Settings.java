package profiles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named texts, as a process gets them from its environment, and what is found wrong with them. */
final class Settings {
    private final Map<String, String> values;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    Settings(Map<String, String> values) {
        this.values = values;
    }

    /** Blanks at the ends do not count, and an empty setting is none. */
    String text(String name, String otherwise) {
        var value = values.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    /** To the letter; null when it is not set. */
    String secret(String name) {
        return values.get(name);
    }

    int number(String name, int otherwise, int least, int most) {
        var text = text(name, String.valueOf(otherwise));
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) return Integer.parseInt(text);
        wrong(name, "\"" + text + "\" is not a number from " + least + " to " + most);
        return otherwise;
    }

    boolean flag(String name) {
        return flag(name, false);
    }

    boolean flag(String name, boolean otherwise) {
        var text = text(name, String.valueOf(otherwise));
        if (!text.matches("true|false")) wrong(name, "\"" + text + "\" is neither true nor false");
        return text.equals("true");
    }

    /** On, unless it is switched off. */
    boolean on(String name) {
        var text = text(name, "on");
        if (!text.matches("on|off")) wrong(name, "\"" + text + "\" is neither on nor off");
        return !text.equals("off");
    }

    /** Only the first thing that is wrong with a setting is kept: the others follow from it. */
    void wrong(String name, String why) {
        wrong.putIfAbsent(name, why);
    }

    boolean fine(String name) {
        return !wrong.containsKey(name);
    }

    boolean fine() {
        return wrong.isEmpty();
    }

    /** What is wrong, by the names of the settings. */
    Map<String, String> wrong() {
        return Collections.unmodifiableMap(wrong);
    }

    void stopIfWrong() {
        if (wrong.isEmpty()) return;
        var lines = new StringBuilder("Profiles cannot start:");
        wrong.forEach((name, why) -> lines.append("\n  ").append(name).append(": ").append(why));
        throw new CannotStart(lines.toString());
    }
}

package profiles.staff;

import java.util.Arrays;
import java.util.List;
import profiles.web.Problem;

/** In which order people stand in the directory. */
public enum DirectorySort {
    NAME("name", "name", false, "Name (A to Z)"),
    NAME_BACK("-name", "name", true, "Name (Z to A)"),
    USERNAME("username", "username", false, "User name (A to Z)"),
    USERNAME_BACK("-username", "username", true, "User name (Z to A)"),
    NEWEST("-joined", "joined", true, "Newest first"),
    OLDEST("joined", "joined", false, "Oldest first");

    private final String asked;
    private final String column;
    private final boolean descending;
    private final String label;

    DirectorySort(String asked, String column, boolean descending, String label) {
        this.asked = asked;
        this.column = column;
        this.descending = descending;
        this.label = label;
    }

    static final List<String> ALL = Arrays.stream(values()).map(DirectorySort::asked).toList();

    /** @throws Problem 400 for any other */
    static DirectorySort of(String asked) {
        return Arrays.stream(values()).filter(sort -> sort.asked.equals(asked)).findFirst()
            .orElseThrow(() -> Problem.malformed("\"sort\" must be one of " + String.join(", ", ALL) + "."));
    }

    /** As addresses spell it. */
    public String asked() {
        return asked;
    }

    /** Of the index, in which it is one with the user's id. */
    String column() {
        return column;
    }

    boolean byName() {
        return column.equals("name");
    }

    boolean descending() {
        return descending;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** What the column holds, from a cursor's text; null for what it cannot hold. */
    Object key(String text) {
        if (!column.equals("joined")) return text;
        return text.matches("-?[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}

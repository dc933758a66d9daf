package profiles.directory;

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

    private final String parameter;
    private final String column;
    private final boolean isDescending;
    private final String label;

    DirectorySort(String request, String column, boolean descending, String label) {
        this.parameter = request;
        this.column = column;
        this.isDescending = descending;
        this.label = label;
    }

    static final List<String> ALL = Arrays.stream(values()).map(DirectorySort::parameter).toList();

    /** @throws Problem 400 for any other */
    static DirectorySort of(String request) {
        return Arrays.stream(values()).filter(sort -> sort.parameter.equals(request)).findFirst()
            .orElseThrow(() -> Problem.malformed("\"sort\" must be one of " + String.join(", ", ALL) + "."));
    }

    public String parameter() {
        return parameter;
    }

    /** Of the index, in which it is one with the user's id. */
    public String column() {
        return column;
    }

    boolean isByName() {
        return column.equals("name");
    }

    public boolean isDescending() {
        return isDescending;
    }

    public String label() {
        return label;
    }

    /** What the column holds, from a cursor's text; null for what it cannot hold. */
    Object key(String text) {
        if (!column.equals("joined")) return text;
        return text.matches("-?[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}

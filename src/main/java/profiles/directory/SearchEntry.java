package profiles.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import profiles.account.User;
import profiles.profile.Fields;

/**
 * What the search knows of a user.
 *
 * @param name     by which people are put in order
 * @param username likewise
 * @param joined   microseconds since 1970
 * @param words    by whose beginnings the user is found, and marks such as {@code +cv} and {@code -active}
 */
public record SearchEntry(int user, String name, String username, long joined, Set<String> words) {
    static final String ACTIVE = "active";

    public static SearchEntry of(User user) {
        var username = SearchWords.order(user.username());
        var name = SearchWords.order(DirectoryRow.name(user));
        // Who joined at no time that is known stands before all others.
        var joined = user.joined() == null ? Instant.EPOCH : user.joined();
        return new SearchEntry(user.id(), name.isEmpty() ? username : name, username,
            joined.getEpochSecond() * 1_000_000 + joined.getNano() / 1000, words(user));
    }

    /** What says yes or no, as a word that nobody can type. */
    static String mark(String what, boolean yes) {
        return (yes ? "+" : "-") + what;
    }

    static boolean isMark(String word) {
        return word.startsWith("+") || word.startsWith("-");
    }

    /** The words between blanks, one also at each end: {@code " ada"} in it is a word that begins so. */
    public String text() {
        return words.isEmpty() ? "" : " " + String.join(" ", words) + " ";
    }

    private static Set<String> words(User user) {
        var texts = new ArrayList<>(user.ownNames());
        var profile = user.profile();
        if (profile != null) Fields.lines().forEach(field -> texts.add(field.value(profile)));
        var words = new TreeSet<>(SearchWords.of(texts));
        words.add(mark(ACTIVE, user.isActive()));
        for (var field : Fields.documents()) words.add(mark(field.name(), profile != null && !field.value(profile).isEmpty()));
        return words;
    }
}

package profiles.directory;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;
import profiles.profile.Fields;
import profiles.web.Problem;

/**
 * A yes or no by which the directory can be narrowed.
 *
 * @param name  in addresses
 * @param label for people
 * @param mark  in the index, see {@link SearchEntry#mark}
 */
public record DirectoryFilter(String name, String label, String mark) {
    /** One for each document that a profile may have, and one for the account. */
    public static final List<DirectoryFilter> ALL = Stream.concat(
        Fields.documents().stream().map(field -> new DirectoryFilter("has_" + field.name(), "Has " + field.label(), field.name())),
        Stream.of(new DirectoryFilter("active", "Active", SearchEntry.ACTIVE))).toList();

    /** @return "yes", "no", or "" for any @throws Problem 400 for anything else */
    String parse(Context ctx) {
        var text = ctx.queryParam(name);
        if (text == null || text.isEmpty() || text.equals("any")) return "";
        if (!text.equals("yes") && !text.equals("no")) throw Problem.malformed("\"" + name + "\" must be yes, no or any.");
        return text;
    }
}

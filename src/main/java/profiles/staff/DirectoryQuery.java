package profiles.staff;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import profiles.profile.DocumentField;
import profiles.web.Problem;
import profiles.web.Text;

/**
 * What staff asks of the directory.
 *
 * @param q       as it was typed
 * @param words   of it, each the beginning of a word; empty for all people
 * @param filters "yes" or "no" by their names, without those that may be any
 * @param cursor  null for the first page
 */
public record DirectoryQuery(String q, List<String> words, Map<String, String> filters, DirectorySort sort, DirectoryCursor cursor) {
    static final int LONGEST = 200;
    /** An address of letters and digits by turns has many. */
    static final int WORDS = 40;

    /** @throws Problem 400 for what cannot be asked */
    static DirectoryQuery read(Context ctx) {
        var q = text(ctx, "q").strip();
        if (Text.length(q) > LONGEST) throw Problem.malformed("Search for at most " + LONGEST + " characters.");
        var words = SearchWords.typed(q);
        if (words.size() > WORDS) throw Problem.malformed("Search for at most " + WORDS + " words.");
        var filters = new LinkedHashMap<String, String>();
        for (var filter : DirectoryFilter.ALL) if (!filter.asked(ctx).isEmpty()) filters.put(filter.name(), filter.asked(ctx));
        var sort = text(ctx, "sort").isEmpty() ? DirectorySort.NAME : DirectorySort.of(text(ctx, "sort"));
        var cursor = text(ctx, "cursor");
        return new DirectoryQuery(q, words, filters, sort, cursor.isEmpty() ? null : DirectoryCursor.of(cursor, sort));
    }

    /** Something was typed in which there is nothing to search for. */
    public boolean vain() {
        return !q.isEmpty() && words.isEmpty();
    }

    /** Whether it is the first page. */
    public boolean first() {
        return cursor == null;
    }

    /** Whether all people are asked for. */
    public boolean all() {
        return q.isEmpty() && filters.isEmpty();
    }

    /** What stands in the index for each word and filter: a word's beginning, or a whole mark. */
    List<SearchTerm> terms() {
        var terms = new ArrayList<SearchTerm>();
        for (var word : words) terms.add(SearchTerm.beginning(word));
        for (var filter : DirectoryFilter.ALL)
            if (filters.containsKey(filter.name())) terms.add(SearchTerm.whole(SearchEntry.mark(filter.mark(), filters.get(filter.name()).equals("yes"))));
        return terms;
    }

    /** Those of them who have this document; where it was asked for who has not, there are none. */
    DirectoryQuery having(DocumentField field) {
        var narrowed = new LinkedHashMap<>(filters);
        narrowed.putIfAbsent("has_" + field.name(), "yes");
        return new DirectoryQuery(q, words, narrowed, sort, null);
    }

    /** For the exports of what is found. */
    public String search() {
        return address(null);
    }

    /** For the zip of these documents. */
    public String documents(DocumentField field) {
        return search() + (search().isEmpty() ? "?" : "&") + "field=" + field.name();
    }

    /** As an address has it, with its question mark. @param at null for the first page */
    String address(DirectoryCursor at) {
        var all = new LinkedHashMap<String, String>();
        if (!q.isEmpty()) all.put("q", q);
        all.putAll(filters);
        if (sort != DirectorySort.NAME) all.put("sort", sort.asked());
        if (at != null) all.put("cursor", at.text());
        return all.isEmpty() ? "" : "?" + String.join("&", all.entrySet().stream().map(each -> each.getKey() + "=" + encoded(each.getValue())).toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(Context ctx, String name) {
        var text = ctx.queryParam(name);
        return text == null ? "" : text;
    }
}

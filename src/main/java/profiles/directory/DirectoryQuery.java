package profiles.directory;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import profiles.profile.DocumentField;
import profiles.web.Problem;
import profiles.web.TextRules;

/**
 * A query of the list of people.
 *
 * @param q       as typed
 * @param words   of it, each a prefix; empty for all people
 * @param filters "yes" or "no" by their names, without those that are open
 * @param cursor  null for the first page
 */
public record DirectoryQuery(String q, List<String> words, Map<String, String> filters, DirectorySort sort, DirectoryCursor cursor) {
    static final int LONGEST = 200;
    /** An address of letters and digits by turns has many. */
    static final int WORDS = 40;

    /** @throws Problem 400 for what cannot be asked */
    static DirectoryQuery read(Context ctx) {
        var q = TextRules.strip(text(ctx, "q"));
        if (TextRules.length(q) > LONGEST) throw Problem.malformed("Search for at most " + LONGEST + " characters.");
        var words = SearchWords.ofQuery(q);
        if (words.size() > WORDS) throw Problem.malformed("Search for at most " + WORDS + " words.");
        var filters = new LinkedHashMap<String, String>();
        for (var filter : DirectoryFilter.ALL) if (!filter.parse(ctx).isEmpty()) filters.put(filter.name(), filter.parse(ctx));
        var sort = text(ctx, "sort").isEmpty() ? DirectorySort.NAME : DirectorySort.of(text(ctx, "sort"));
        var cursor = text(ctx, "cursor");
        return new DirectoryQuery(q, words, filters, sort, cursor.isEmpty() ? null : DirectoryCursor.of(cursor, sort));
    }

    /** Something was typed in which there is nothing to search for. */
    public boolean isImpossible() {
        return !q.isEmpty() && words.isEmpty();
    }

    public boolean isFirstPage() {
        return cursor == null;
    }

    public boolean all() {
        return q.isEmpty() && filters.isEmpty();
    }

    /** What stands in the index for each word and filter: a word's beginning, or a whole mark. */
    public List<SearchTerm> terms() {
        var terms = new ArrayList<SearchTerm>();
        for (var word : words) terms.add(SearchTerm.prefix(word));
        for (var filter : DirectoryFilter.ALL)
            if (filters.containsKey(filter.name())) terms.add(SearchTerm.word(
                SearchEntry.mark(filter.mark(), filters.get(filter.name()).equals("yes"))));
        return terms;
    }

    /** Those of them who have this document; where it was asked for who has not, there are none. */
    DirectoryQuery having(DocumentField field) {
        var narrowed = new LinkedHashMap<>(filters);
        narrowed.putIfAbsent("has_" + field.name(), "yes");
        return new DirectoryQuery(q, words, narrowed, sort, null);
    }

    public String search() {
        return address(null);
    }

    public String documents(DocumentField field) {
        return search() + (search().isEmpty() ? "?" : "&") + "field=" + field.name();
    }

    /** As an address has it, with its question mark. @param at null for the first page */
    String address(DirectoryCursor at) {
        var all = new LinkedHashMap<String, String>();
        if (!q.isEmpty()) all.put("q", q);
        all.putAll(filters);
        if (sort != DirectorySort.NAME) all.put("sort", sort.parameter());
        if (at != null) all.put("cursor", at.text());
        return all.isEmpty() ? "" : "?" + String.join("&", all.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue())).toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(Context ctx, String name) {
        var text = ctx.queryParam(name);
        return text == null ? "" : text;
    }
}

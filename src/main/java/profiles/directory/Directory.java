package profiles.directory;

import io.ebean.Database;
import io.ebean.annotation.Platform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import javax.inject.Inject;
import profiles.account.User;
import profiles.account.query.QUser;

/**
 * Finds people page by page, at the same speed among a million as among a thousand. Each word has a list of its people ordered by name,
 * from which a page is read. For prefixes of very many words, or another order, the smaller side is read and sorted.
 */
public final class Directory {
    /**
     * Which way is gone.
     *
     * @param few   have a word: so few are put in order at once
     * @param some  of more, all are, rather than that everybody is read
     * @param tried are read in order to see whether it is met soon
     * @param lists are merged
     */
    public record Limits(int few, int some, int tried, int lists) {
        private static final Limits USUAL = new Limits(1000, 50_000, 5000, 20);
    }

    private final Database db;
    private final Limits limits;
    private final DirectorySql sql;

    @Inject
    public Directory(Database db) {
        this(db, Limits.USUAL);
    }

    public Directory(Database db, Limits limits) {
        this.db = db;
        this.limits = limits;
        this.sql = new DirectorySql(db.platform().base() == Platform.SQLITE);
    }

    /** The places of those who are found, in the order that was asked for. @param from null for the first @param max how many */
    public List<DirectoryCursor> findPage(DirectoryQuery query, DirectoryCursor from, int max) {
        if (query.isImpossible()) return List.of();
        var found = found(query, from, max);
        if (from != null && from.back()) Collections.reverse(found);
        return found;
    }

    /** With their profiles, in this order; who has gone meanwhile is missing. */
    List<User> loadUsers(List<DirectoryCursor> places) {
        if (places.isEmpty()) return List.of();
        var byId = new HashMap<Integer, User>();
        new QUser(db).id.in(places.stream().map(DirectoryCursor::user).toList()).profile.fetch()
            .findEach(user -> byId.put(user.id(), user));
        return places.stream().map(place -> byId.get(place.user())).filter(user -> user != null).toList();
    }

    private List<DirectoryCursor> found(DirectoryQuery query, DirectoryCursor from, int max) {
        if (query.terms().isEmpty()) return execute(query, sql.scanInOrder(query, from, max));
        var rarest = rarest(query.terms(), limits.few());
        var lists = query.sort().isByName() ? lists(rarest == null ? query.terms() : List.of(rarest)) : List.<String>of();
        if (!lists.isEmpty()) return execute(query, sql.mergeLists(lists, query, from, max));
        if (rarest != null) return execute(query, sql.withWord(rarest, query, from, max));
        var soon = execute(query, sql.scanUpTo(limits.tried(), query, from, max));
        if (soon.size() == max) return soon;
        rarest = rarest(query.terms(), limits.some());
        return execute(query, rarest != null ? sql.withWord(rarest, query, from, max) : sql.scanInOrder(query, from, max));
    }

    /** All words for the first of the terms that not too many will do for; empty when too many will for each. */
    private List<String> lists(List<SearchTerm> terms) {
        for (var term : terms) {
            var words = words(term);
            if (!words.isEmpty() && words.size() <= limits.lists()) return words;
        }
        return List.of();
    }

    /**
     * One more than are merged, at most. Each is looked up from the one before it: asked for all of them at once, MariaDB reads whoever has
     * one.
     */
    private List<String> words(SearchTerm term) {
        var words = new ArrayList<String>();
        var word = least("word >= ?", term.from(), term.to());
        while (word != null && words.size() <= limits.lists()) {
            words.add(word);
            word = least("word > ?", word, term.to());
        }
        return words;
    }

    private String least(String from, String word, String to) {
        return db.sqlQuery("select min(word) from search_word where " + from + " and word <= ?").setParameters(word, to)
            .mapToScalar(String.class).findOne();
    }

    private List<DirectoryCursor> execute(DirectoryQuery query, DirectorySql.Question question) {
        var places = new ArrayList<DirectoryCursor>();
        db.sqlQuery(question.sql()).setParameters(question.parameters().toArray()).findEachRow((row, number) ->
            places.add(new DirectoryCursor(false, query.sort(), row.getInt(1), query.sort().key(row.getString(2)))));
        return places;
    }

    /** The term that the fewest have; null when each has more than so many. */
    private SearchTerm rarest(List<SearchTerm> terms, int max) {
        SearchTerm rarest = null;
        var fewest = max + 1;
        for (var term : terms) {
            var count = db.sqlQuery("select count(*) from (select user_id from search_word where word between ? and ? limit " + fewest
                + ") found")
                .setParameters(term.from(), term.to()).mapToScalar(Integer.class).findOne();
            if (count < fewest) {
                rarest = term;
                fewest = count;
            }
        }
        return rarest;
    }
}

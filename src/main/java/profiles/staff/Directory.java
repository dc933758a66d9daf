package profiles.staff;

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
 * Who is found, page by page, as fast among a million as among a thousand. Each word has its people in the order of their names: there a page is
 * read off, from wherever it begins. Where the beginnings of very many words are asked for, or another order, what few have is looked up and
 * put in order, and what many have is met soon by whoever reads all people in order.
 */
final class Directory {
    /**
     * Which way is gone.
     *
     * @param few   have a word: so few are put in order at once
     * @param some  of more, all are, rather than that everybody is read
     * @param tried are read in order to see whether it is met soon
     * @param lists are merged
     */
    record Limits(int few, int some, int tried, int lists) {
        private static final Limits USUAL = new Limits(1000, 50_000, 5000, 20);
    }

    private final Database db;
    private final Limits limits;
    private final DirectorySql sql;

    @Inject
    Directory(Database db) {
        this(db, Limits.USUAL);
    }

    Directory(Database db, Limits limits) {
        this.db = db;
        this.limits = limits;
        this.sql = new DirectorySql(db.platform().base() == Platform.SQLITE);
    }

    /** The places of those who are found, in the order that was asked for. @param from null for the first @param most how many */
    List<DirectoryCursor> places(DirectoryQuery query, DirectoryCursor from, int most) {
        if (query.vain()) return List.of();
        var found = found(query, from, most);
        if (from != null && from.back()) Collections.reverse(found);
        return found;
    }

    /** With their profiles, in this order; who has gone meanwhile is missing. */
    List<User> people(List<DirectoryCursor> places) {
        if (places.isEmpty()) return List.of();
        var byId = new HashMap<Integer, User>();
        new QUser(db).id.in(places.stream().map(DirectoryCursor::user).toList()).profile.fetch().findEach(user -> byId.put(user.id(), user));
        return places.stream().map(place -> byId.get(place.user())).filter(user -> user != null).toList();
    }

    private List<DirectoryCursor> found(DirectoryQuery query, DirectoryCursor from, int most) {
        if (query.terms().isEmpty()) return ask(query, sql.inOrder(query, from, most));
        var rarest = rarest(query.terms(), limits.few());
        var lists = query.sort().byName() ? lists(rarest == null ? query.terms() : List.of(rarest)) : List.<String>of();
        if (!lists.isEmpty()) return ask(query, sql.merged(lists, query, from, most));
        if (rarest != null) return ask(query, sql.among(rarest, query, from, most));
        var soon = ask(query, sql.soon(limits.tried(), query, from, most));
        if (soon.size() == most) return soon;
        rarest = rarest(query.terms(), limits.some());
        return ask(query, rarest != null ? sql.among(rarest, query, from, most) : sql.inOrder(query, from, most));
    }

    /** All words for the first of the terms that not too many will do for; empty when too many will for each. */
    private List<String> lists(List<SearchTerm> terms) {
        for (var term : terms) {
            var words = words(term);
            if (!words.isEmpty() && words.size() <= limits.lists()) return words;
        }
        return List.of();
    }

    /** One more than are merged, at most. Each is looked up from the one before it: asked for all of them at once, MariaDB reads whoever has one. */
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
        return db.sqlQuery("select min(word) from search_word where " + from + " and word <= ?").setParameters(word, to).mapToScalar(String.class).findOne();
    }

    private List<DirectoryCursor> ask(DirectoryQuery query, DirectorySql.Question question) {
        var places = new ArrayList<DirectoryCursor>();
        db.sqlQuery(question.sql()).setParameters(question.parameters().toArray()).findEachRow((row, number) ->
            places.add(new DirectoryCursor(false, query.sort(), row.getInt(1), query.sort().key(row.getString(2)))));
        return places;
    }

    /** The term that the fewest have; null when each has more than so many. */
    private SearchTerm rarest(List<SearchTerm> terms, int most) {
        SearchTerm rarest = null;
        var fewest = most + 1;
        for (var term : terms) {
            var count = db.sqlQuery("select count(*) from (select user_id from search_word where word between ? and ? limit " + fewest + ") found")
                .setParameters(term.from(), term.to()).mapToScalar(Integer.class).findOne();
            if (count < fewest) {
                rarest = term;
                fewest = count;
            }
        }
        return rarest;
    }
}

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
 * Who is found, page by page, as fast among a million as among a thousand. What few have in common is looked up by its word, and then put in
 * order; what many have is met soon by whoever reads the people in order.
 */
final class Directory {
    /** How many are few: the higher, the more must be put in order; the lower, the further must be read where just more have it. */
    private static final int FEW = 3000;

    private final Database db;
    private final boolean sqlite;

    @Inject
    Directory(Database db) {
        this.db = db;
        this.sqlite = db.platform().base() == Platform.SQLITE;
    }

    /** The places of those who are found, in the order that was asked for. @param from null for the first @param most how many */
    List<DirectoryCursor> places(DirectoryQuery query, DirectoryCursor from, int most) {
        if (query.vain()) return List.of();
        var rare = rarest(query.terms());
        var back = from != null && from.back();
        var sort = query.sort();
        var parameters = new ArrayList<Object>();
        var sql = "select e.user_id, e." + sort.column() + " as place from " + source(rare, sort, parameters) + where(query, rare, from, parameters)
            + order(sort, sort.descending() != back) + " limit " + most;
        var found = new ArrayList<DirectoryCursor>();
        db.sqlQuery(sql).setParameters(parameters.toArray()).findEachRow((row, number) ->
            found.add(new DirectoryCursor(false, sort, row.getInt(1), sort.key(row.getString(2)))));
        if (back) Collections.reverse(found);
        return found;
    }

    /** With their profiles, in this order; who has gone meanwhile is missing. */
    List<User> people(List<DirectoryCursor> places) {
        if (places.isEmpty()) return List.of();
        var byId = new HashMap<Integer, User>();
        new QUser(db).id.in(places.stream().map(DirectoryCursor::user).toList()).profile.fetch().findEach(user -> byId.put(user.id(), user));
        return places.stream().map(place -> byId.get(place.user())).filter(user -> user != null).toList();
    }

    /** The term that the fewest have; null when many have each of them. */
    private SearchTerm rarest(List<SearchTerm> terms) {
        SearchTerm rarest = null;
        var fewest = FEW + 1;
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

    /** Both databases are told where to begin: their own guesses read a million rows where a thousand would do. */
    private String source(SearchTerm rare, DirectorySort sort, List<Object> parameters) {
        if (rare == null) return "search_entry e" + (sqlite ? " indexed by " : " force index (") + "ix_search_entry_" + sort.column() + (sqlite ? "" : ")");
        Collections.addAll(parameters, rare.from(), rare.to());
        return "(select distinct user_id from search_word where word between ? and ?) w " + (sqlite ? "cross join" : "straight_join")
            + " search_entry e on e.user_id = w.user_id";
    }

    private static String where(DirectoryQuery query, SearchTerm rare, DirectoryCursor from, List<Object> parameters) {
        var conditions = new ArrayList<String>();
        if (from != null) {
            var column = "e." + query.sort().column();
            var beyond = query.sort().descending() != from.back() ? "<" : ">";
            // The first half is what an index is read by.
            conditions.add(column + " " + beyond + "= ? and (" + column + " " + beyond + " ? or e.user_id " + beyond + " ?)");
            Collections.addAll(parameters, from.key(), from.key(), from.user());
        }
        for (var term : query.terms()) {
            if (term.equals(rare)) continue;
            conditions.add("instr(e.words, ?) > 0");
            parameters.add(term.within());
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String order(DirectorySort sort, boolean descending) {
        var way = descending ? " desc" : "";
        return " order by e." + sort.column() + way + ", e.user_id" + way;
    }
}

package profiles.staff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The questions of the {@link Directory}. Both databases are told where to begin: their own guesses read a million rows where some would do. */
final class DirectorySql {
    private final boolean sqlite;

    DirectorySql(boolean sqlite) {
        this.sqlite = sqlite;
    }

    /** Its answers are ids of users, and what these stand in order by. */
    record Question(String sql, List<Object> parameters) {
    }

    /** Reads people in order until enough are found. */
    Question inOrder(DirectoryQuery query, DirectoryCursor from, int most) {
        var parameters = new ArrayList<Object>();
        return new Question(select(query) + ordered(query) + where(after(query, from, parameters), words(query, null, parameters)) + order(query, from) + " limit " + most, parameters);
    }

    /** The same among the next people alone: who is further away is not found. */
    Question soon(int next, DirectoryQuery query, DirectoryCursor from, int most) {
        if (!sqlite) {
            var all = inOrder(query, from, most);
            return new Question(all.sql() + " rows examined " + next, all.parameters());
        }
        var parameters = new ArrayList<Object>();
        var some = "(select e.* from " + ordered(query) + where(after(query, from, parameters)) + order(query, from) + " limit " + next + ") e";
        return new Question(select(query) + some + where(words(query, null, parameters)) + " limit " + most, parameters);
    }

    /** Puts in order those who have this term and all others. */
    Question among(SearchTerm rare, DirectoryQuery query, DirectoryCursor from, int most) {
        var parameters = new ArrayList<Object>(List.of(rare.from(), rare.to()));
        var source = "(select distinct user_id from search_word where word between ? and ?) w " + (sqlite ? "cross join" : "straight_join")
            + " search_entry e on e.user_id = w.user_id";
        return new Question(select(query) + source + where(after(query, from, parameters), words(query, rare, parameters)) + order(query, from) + " limit " + most, parameters);
    }

    private static String select(DirectoryQuery query) {
        return "select e.user_id, e." + query.sort().column() + " as place from ";
    }

    private String ordered(DirectoryQuery query) {
        return "search_entry e" + (sqlite ? " indexed by " : " force index (") + "ix_search_entry_" + query.sort().column() + (sqlite ? "" : ")");
    }

    private static String after(DirectoryQuery query, DirectoryCursor from, List<Object> parameters) {
        if (from == null) return "";
        var column = "e." + query.sort().column();
        var beyond = query.sort().descending() != from.back() ? "<" : ">";
        Collections.addAll(parameters, from.key(), from.key(), from.user());
        // The first half is what an index is read by.
        return column + " " + beyond + "= ? and (" + column + " " + beyond + " ? or e.user_id " + beyond + " ?)";
    }

    private static String words(DirectoryQuery query, SearchTerm but, List<Object> parameters) {
        var terms = query.terms().stream().filter(term -> !term.equals(but)).toList();
        terms.forEach(term -> parameters.add(term.within()));
        return String.join(" and ", Collections.nCopies(terms.size(), "instr(e.words, ?) > 0"));
    }

    private static String where(String... conditions) {
        var all = List.of(conditions).stream().filter(condition -> !condition.isEmpty()).toList();
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    private static String order(DirectoryQuery query, DirectoryCursor from) {
        var sort = query.sort();
        var way = sort.descending() != (from != null && from.back()) ? " desc" : "";
        return " order by e." + sort.column() + way + ", e.user_id" + way;
    }
}

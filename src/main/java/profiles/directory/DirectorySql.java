package profiles.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The questions of the {@link Directory}. Both databases are told where to begin: their own guesses read a million rows where some would
 * do.
 */
final class DirectorySql {
    private final boolean sqlite;

    DirectorySql(boolean sqlite) {
        this.sqlite = sqlite;
    }

    /** Its answers are ids of users, and what these stand in order by. */
    record Question(String sql, List<Object> parameters) {
    }

    /** Reads people in order until enough are found. */
    Question scanInOrder(DirectoryQuery query, DirectoryCursor from, int max) {
        var parameters = new ArrayList<Object>();
        return new Question(select(query) + ordered(query) + where(after("e", query, from, parameters), words(query, null, parameters))
            + order("e", query, from) + " limit " + max, parameters);
    }

    /** The same among the next people alone: who is further away is not found. */
    Question scanUpTo(int next, DirectoryQuery query, DirectoryCursor from, int max) {
        if (!sqlite) {
            var all = scanInOrder(query, from, max);
            return new Question(all.sql() + " rows examined " + next, all.parameters());
        }
        var parameters = new ArrayList<Object>();
        var some = "(select e.* from " + ordered(query) + where(after("e", query, from, parameters)) + order("e", query, from) + " limit "
            + next + ") e";
        return new Question(select(query) + some + where(words(query, null, parameters)) + " limit " + max, parameters);
    }

    /** Puts in order those who have this term and all others. */
    Question withWord(SearchTerm rare, DirectoryQuery query, DirectoryCursor from, int max) {
        var parameters = new ArrayList<Object>();
        var listed = "(select distinct w.name, w.user_id from search_word w where w.word between ? and ?"
            + digest(query, rare.from(), parameters) + ") w ";
        parameters.addAll(0, List.of(rare.from(), rare.to()));
        return new Question(select(query) + listed + entries() + where(after("e", query, from, parameters), words(query, rare, parameters))
            + order("e", query, from)
            + " limit " + max, parameters);
    }

    /** By name: reads off the lists of these words, which are in this order. */
    Question mergeLists(List<String> words, DirectoryQuery query, DirectoryCursor from, int max) {
        var parameters = new ArrayList<Object>();
        var lists = new ArrayList<String>();
        var alone = query.terms().size() == 1;
        for (var word : words) {
            parameters.add(word);
            lists.add("select * from (select w.user_id, w.name as place from search_word w " + (alone ? "" : entries())
                + where("w.word = ?" + digest(query, word, parameters), after("w", query, from, parameters), alone ? ""
                : words(query, null, parameters))
                + order("w", query, from) + " limit " + max + ") l" + lists.size());
        }
        var way = direction(query, from);
        return new Question("select distinct user_id, place from (" + String.join(" union all ", lists) + ") l order by place" + way
            + ", user_id" + way + " limit " + max, parameters);
    }

    private String entries() {
        return (sqlite ? "cross join" : "straight_join") + " search_entry e on e.name = w.name and e.user_id = w.user_id";
    }

    /** Sorts out most who have one of the words and not all of them, without a look at who they are. */
    private static String digest(DirectoryQuery query, String but, List<Object> parameters) {
        var others = query.terms().stream().filter(term -> !term.from().equals(but)).mapToLong(term -> SearchBloomFilter.of(term.from()))
            .reduce(0, (one, other) -> one | other);
        if (others == 0) return "";
        Collections.addAll(parameters, others, others);
        return " and (w.others & ?) = ?";
    }

    private static String select(DirectoryQuery query) {
        return "select e.user_id, e." + query.sort().column() + " as place from ";
    }

    private String ordered(DirectoryQuery query) {
        if (query.sort().isByName()) return "search_entry e" + (sqlite ? "" : " force index (primary)");
        var index = "ix_search_entry_" + query.sort().column();
        return "search_entry e" + (sqlite ? " indexed by " + index : " force index (" + index + ")");
    }

    private static String after(String table, DirectoryQuery query, DirectoryCursor from, List<Object> parameters) {
        if (from == null) return "";
        var column = table + "." + query.sort().column();
        var beyond = direction(query, from).isEmpty() ? ">" : "<";
        Collections.addAll(parameters, from.key(), from.key(), from.user());
        // The first half is what an index is read by.
        return column + " " + beyond + "= ? and (" + column + " " + beyond + " ? or " + table + ".user_id " + beyond + " ?)";
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

    private static String order(String table, DirectoryQuery query, DirectoryCursor from) {
        var way = direction(query, from);
        return " order by " + table + "." + query.sort().column() + way + ", " + table + ".user_id" + way;
    }

    private static String direction(DirectoryQuery query, DirectoryCursor from) {
        return query.sort().isDescending() != (from != null && from.back()) ? " desc" : "";
    }
}

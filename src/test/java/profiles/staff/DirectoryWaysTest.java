package profiles.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import profiles.account.query.QUser;
import profiles.directory.Directory;
import profiles.directory.DirectoryCursor;
import profiles.directory.DirectoryQuery;
import profiles.directory.DirectorySort;
import profiles.directory.SearchEntry;
import profiles.directory.SearchIndex;

/**
 * Which way the directory goes follows from how many there are; whichever it is, the same people are found in the same order, on both
 * databases.
 */
class DirectoryWaysTest extends StaffTest {
    private static final int PEOPLE = 300, PAGE = 23;
    private static final String[] NAMES = {"Ann", "ann", "Änn", "Anna", "Zoë", "O''Brien", "Łukasz", "Жанна", "田中", "𠮷野", "ﬁne",
        "Ann-Marie", "한나", "ＡＮＮ"};

    @Test void each_way_finds_the_same() {
        sql("insert into auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) "
            + "values " + IntStream.range(0, PEOPLE).mapToObj(i ->
            "('!', false, 'way" + i * 7919 % PEOPLE + "', '" + NAMES[i * 31 % NAMES.length] + "', '" + NAMES[i * 17 % 5 + 4]
                + "', '', false, " + (i % 4 > 0) + ", '2020-01-02 03:04:0" + i % 3 + "')")
            .collect(Collectors.joining(", ")));
        while (new SearchIndex(service.db(), service.graph().pools()).refresh()) Thread.onSpinWait();
        var all = all();

        for (var limits : List.of(new Directory.Limits(1000, 0, 0, 20), new Directory.Limits(0, 0, 0, 20),
            new Directory.Limits(1000, 0, 0, 0), new Directory.Limits(0, 1000, 1, 0),
            new Directory.Limits(0, 0, 40, 0), new Directory.Limits(0, 0, 1, 0)))
            for (var sort : DirectorySort.values())
                for (var words : List.of(List.<String>of(), List.of("ann"), List.of("a"), List.of("way", "ann"),
                    List.of("o", "brien", "zo"), List.of("田"), List.of("𠮷"), List.of("nobody")))
                    for (var filters : List.of(Map.<String, String>of(), Map.of("active", "no"), Map.of("active", "yes", "has_cv", "no")))
                        compare(new Directory(service.db(), limits), all,
                            new DirectoryQuery(String.join(" ", words), words, filters, sort, null),
                            limits + " " + sort + " " + words + filters);
    }

    private static void compare(Directory directory, List<SearchEntry> all, DirectoryQuery query, String way) {
        var expected = all.stream().filter(entry -> query.terms().stream().allMatch(term -> entry.text().contains(term.within())))
            .sorted(order(query.sort())).map(SearchEntry::user).toList();
        var found = new ArrayList<DirectoryCursor>();
        for (var page = directory.findPage(query, null, PAGE); !page.isEmpty(); page = directory.findPage(query, page.get(page.size() - 1),
            PAGE)) found.addAll(page);
        assertEquals(expected, found.stream().map(DirectoryCursor::user).toList(), way);

        if (found.isEmpty()) return;
        var last = found.get(found.size() - 1);
        var before = directory.findPage(query, last.backward(), PAGE).stream().map(DirectoryCursor::user).toList();
        assertEquals(expected.subList(Math.max(0, expected.size() - 1 - PAGE), expected.size() - 1), before, way + " back");
    }

    /** By the bytes of UTF-8: so both databases compare. */
    private static Comparator<SearchEntry> order(DirectorySort sort) {
        Comparator<String> bytes = (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
        var order = switch (sort.column()) {
            case "name" -> Comparator.comparing(SearchEntry::name, bytes);
            case "username" -> Comparator.comparing(SearchEntry::username, bytes);
            default -> Comparator.comparing(SearchEntry::joined);
        };
        order = order.thenComparing(SearchEntry::user);
        return sort.isDescending() ? Collections.reverseOrder(order) : order;
    }

    private static List<SearchEntry> all() {
        var all = new ArrayList<SearchEntry>();
        new QUser(service.db()).profile.fetch().findEach(user -> all.add(SearchEntry.of(user)));
        return all;
    }
}

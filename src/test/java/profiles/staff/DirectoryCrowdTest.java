package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;

/** So many with one name that they are found in other ways than a few: each way must find the same. */
@Tag("serial")
class DirectoryCrowdTest extends StaffTest {
    private static final int CROWD = 2200, BOTH = 7;

    @BeforeEach
    void fill() {
        staff(program, "crowd-reader-" + System.nanoTime());
        if (service.db().sqlQuery("select count(*) from auth_user where password = 'crowd'").mapToScalar(Integer.class).findOne() > 0)
            return;
        var rows = IntStream.range(0, CROWD).mapToObj(i -> "('crowd', false, 'c" + letter(i / 26) + letter(i) + "-" + i + "', '"
            + (i < CROWD / 2 + BOTH ? "Early" : "Later") + "', '"
            + (i >= CROWD / 2 ? "Second" : "Initial") + "', '', false, " + (i % 3 > 0) + ", '2020-01-02 03:04:05')").toList();
        sql("insert into auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) "
            + "values " + String.join(", ", rows));
        while (program.get("/staff/profiles/export.csv?q=nobodyatall").status() == 503) program.get("/staff/profiles/");
    }

    @Test void many_are_found_in_every_order_each_once() {
        for (var sort : new String[] {"name", "-name", "username", "-username", "joined", "-joined"}) {
            assertEquals(CROWD / 2 + BOTH, all("q=early&sort=" + sort).size(), sort);
            assertEquals(CROWD, all("q=c&sort=" + sort).stream().filter(name -> name.matches("c..-\\d+")).count(), sort);
        }
    }

    @Test void the_few_who_have_two_common_names_are_found() {
        for (var sort : new String[] {"name", "username", "-joined"}) {
            var both = new ArrayList<>(all("q=early+second&sort=" + sort));
            Collections.sort(both);
            var expected = new ArrayList<>(IntStream.range(CROWD / 2, CROWD / 2 + BOTH)
                .mapToObj(i -> "c" + letter(i / 26) + letter(i) + "-" + i).toList());
            Collections.sort(expected);
            assertEquals(expected, both, sort);
            assertEquals(List.of(), all("q=initial+later&sort=" + sort), sort);
        }
    }

    @Test void common_names_are_narrowed() {
        for (var sort : new String[] {"name", "username"}) {
            assertEquals(IntStream.range(0, CROWD / 2 + BOTH).filter(i -> i % 3 == 0).count(), all("q=early&active=no&sort=" + sort)
                .size());
            assertEquals(0, all("q=early&active=no&has_cv=yes&sort=" + sort).size());
        }
    }

    private List<String> all(String query) {
        var page = program.get("/staff/profiles/?" + query);
        var names = new ArrayList<>(names(page));
        while (!page.json().get("next").isNull()) {
            var next = page.json().get("next").textValue();
            page = program.get(next.substring(next.indexOf("/staff/")));
            names.addAll(names(page));
        }
        assertEquals(names.size(), names.stream().distinct().count(), query);
        return names;
    }

    private static List<String> names(Answer page) {
        return StreamSupport.stream(page.json().get("results").spliterator(), false).map(row -> row.get("username").textValue()).toList();
    }

    private static char letter(int number) {
        return (char) ('a' + number % 26);
    }
}

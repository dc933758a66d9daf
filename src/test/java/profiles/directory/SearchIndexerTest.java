package profiles.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import profiles.account.query.QUser;
import profiles.fixture.Engine;
import profiles.fixture.Log;
import profiles.fixture.Service;
import profiles.fixture.Wait;
import profiles.staff.StaffTest;

/** The search's index stays true whatever happens to the database, and says when it is not. */
class SearchIndexerTest extends StaffTest {
    private static final String INSERT =
        "insert into auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) values ";

    @Test void people_of_a_database_that_others_have_filled_are_found() {
        staff(program, "newly-here");
        dropTriggers();
        sql(INSERT + row("before-us", "Beforehand"));
        assertFalse(found("beforehand"));

        var copy = service.copy(Map.of());
        try {
            assertEquals(6, triggers().size());
            Wait.until("who was there before is found", () -> found("beforehand"));
        } finally {
            copy.stop();
        }
    }

    @Test void triggers_that_another_program_has_dropped_are_made_anew() {
        staff(program, "altering");
        dropTriggers();
        sql(INSERT + row("altered", "Meanwhile"));

        new SearchTriggers(service.db()).create();

        assertTrue(found("meanwhile"));
        sql("update auth_user set first_name = 'Afterwards' where username = 'altered'");
        assertTrue(found("afterwards"));
        assertFalse(found("meanwhile"));
    }

    @Test void triggers_of_another_program_stay_and_those_of_an_older_release_go() {
        for (var name : List.of("search_vector", "profiles_search_0_old"))
            sql("create trigger " + name + " after delete on auth_user "
                + (engine == Engine.SQLITE ? "begin select 1; end" : "for each row set @gone = old.id"));
        sql("drop trigger " + triggers().stream().filter(name -> name.endsWith("_user_new")).findFirst().orElseThrow());

        new SearchTriggers(service.db()).create();

        assertTrue(triggers().contains("search_vector"));
        assertFalse(triggers().contains("profiles_search_0_old"));
        sql("drop trigger search_vector");
        assertEquals(6, triggers().size());
    }

    @Test void a_start_that_was_cut_off_is_made_up_for() {
        staff(program, "cut-off");
        dropTriggers();
        sql(INSERT + row("unnoted", "Unnoted"));
        refuse("insert");

        assertThrows(PersistenceException.class, () -> new SearchTriggers(service.db()).create());
        let();
        assertFalse(found("unnoted"));

        new SearchTriggers(service.db()).create();
        assertTrue(found("unnoted"));
    }

    @Test void where_the_database_lets_us_make_no_triggers_changes_show_later() {
        // SQLite knows no privileges.
        if (engine == Engine.SQLITE) return;
        staff(program, "unprivileged");
        dropTriggers();
        sql("create or replace user plain@localhost");
        sql("grant select, insert, update, delete, create, drop, alter, index, references on " + service.db().sqlQuery("select database()")
            .mapToScalar(String.class).findOne() + ".* to plain@localhost");
        sql(INSERT + row("ungranted", "Ungranted"));

        Service copy = null;
        try (var log = new Log(SearchTriggers.class.getName())) {
            copy = service.copy(Map.of("DATABASE_USER", "plain"));
            assertTrue(log.contains("WARN The database lets us make no triggers"), () -> log.lines().toString());
            Wait.until("who was there before is found", () -> found("ungranted"));
            sql("update auth_user set first_name = 'Lately' where username = 'ungranted'");
            assertFalse(found("lately"));
            new SearchTriggers(copy.db()).create();
            assertTrue(found("lately"), "as every hour");
        } finally {
            if (copy != null) copy.stop();
            new SearchTriggers(service.db()).create();
        }
    }

    @Test void a_lock_at_the_start_delays_the_triggers_and_not_the_service() throws Exception {
        staff(program, "locked-start");
        var token = token(program, true);
        dropTriggers();
        sql(INSERT + row("locked-in", "Lockedin"));

        Service copy = null;
        try (var log = new Log("profiles")) {
            try (var lock = lock()) {
                copy = service.copy(Map.of());
                assertTrue(copy.program().get("/staff/profiles/", "Authorization", token).json().get("filling").booleanValue());
                Wait.until("the first try has failed", () -> log.contains("WARN search triggers failed, and is tried again"));
                assertEquals(List.of(), triggers());
                assertFalse(log.contains("Grant TRIGGER"), log::toString);
            }
            Wait.until("the triggers are created soon", () -> log.contains("INFO search triggers succeeds again"));
            assertEquals(6, triggers().size());
            assertTrue(found("lockedin"));
        } finally {
            if (copy != null) copy.stop();
        }
    }

    /** Another program that writes into SQLite's file, or that reads a table of MariaDB's in a transaction. */
    private Connection lock() throws SQLException {
        var connection = DriverManager.getConnection(service.settings().get("DATABASE_URL"), "root", "");
        for (var sql : engine == Engine.SQLITE ? List.of("begin immediate") : List.of("start transaction", "select id from auth_user"))
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        return connection;
    }

    @Test void while_some_are_still_to_be_looked_at_the_list_says_so_and_nothing_is_exported() {
        staff(program, "waiting");
        staff(browser, "waiting-2");
        assertFalse(program.get("/staff/profiles/").json().get("filling").booleanValue());
        refuse("delete");
        sql("insert into search_noted (user_id) values (1000000)");

        try {
            assertTrue(program.get("/staff/profiles/").json().get("filling").booleanValue());
            assertTrue(browser.get("/staff/profiles/").contains("some people may be missing"));
            for (var format : new String[] {"csv", "jsonl", "zip"}) {
                var answer = program.get("/staff/profiles/export." + format);
                assertEquals(503, answer.status());
                assertEquals("60", answer.header("Retry-After"));
            }
        } finally {
            let();
        }
        Wait.until("all are looked at", () -> !program.get("/staff/profiles/").json().get("filling").booleanValue());
        assertEquals(200, program.get("/staff/profiles/export.csv").status());
    }

    @Test void who_has_been_looked_at_meanwhile_is_left_to_whoever_did() {
        staff(program, "looked-at");
        assertTrue(found("looked"));
        sql("delete from search_entry where user_id = " + user("looked-at").id());

        new SearchIndex(service.db(), service.graph().pools()).indexChanges(List.of(user("looked-at").id()));

        assertEquals(0, service.db().sqlQuery("select count(*) from search_entry where user_id = " + user("looked-at").id())
            .mapToScalar(Integer.class).findOne());
        sql("delete from search_word where user_id = " + user("looked-at").id());
        sql("insert into search_noted (user_id) values (" + user("looked-at").id() + ")");
        assertTrue(found("looked"));
    }

    /** A copy, the upkeep, and others who write meanwhile: in the end the index holds what the tables hold. */
    @Test void copies_that_look_at_once_leave_it_true() {
        staff(program, "crowded");
        for (int i = 0; i < 60; i++) sql(INSERT + row("moving-" + i, "Moving"));
        var copy = service.copy(Map.of());
        try {
            var one = new SearchIndex(service.db(), service.graph().pools());
            var other = new SearchIndex(copy.db(), copy.graph().pools());
            var looking = List.of(CompletableFuture.runAsync(() -> look(one)), CompletableFuture.runAsync(() -> look(other)));
            for (int i = 0; i < 240; i++) {
                if (i % 7 == 0) sql("delete from auth_user where username = 'moving-" + i % 60 + "'");
                else if (i % 11 == 0) sql("update auth_user set is_active = not is_active where username like 'moving-%'");
                else sql("update auth_user set first_name = 'Moved" + (char) ('a' + i % 26) + "' where username = 'moving-" + i * 37 % 60
                    + "'");
            }
            looking.forEach(CompletableFuture::join);
            one.advance();
        } finally {
            copy.stop();
        }
        assertEquals(expected(), held());
    }

    private static void look(SearchIndex index) {
        for (int i = 0; i < 150; i++) index.advance();
    }

    private static TreeSet<String> expected() {
        var all = new TreeSet<String>();
        new QUser(service.db()).profile.fetch().findEach(user -> {
            var entry = SearchEntry.of(user);
            all.add(entry.user() + entry.name() + "|" + entry.username() + "|" + entry.joined() + "|" + entry.text());
            entry.words().forEach(word -> all.add(entry.user() + word + "|" + entry.name() + "|" + SearchBloomFilter.of(entry.words())));
        });
        return all;
    }

    private static TreeSet<String> held() {
        var all = new TreeSet<String>();
        service.db().sqlQuery("select * from search_entry").findEach(row ->
            all.add(row.getInteger("user_id") + row.getString("name") + "|" + row.getString("username") + "|" + row.getLong("joined") + "|"
                + row.getString("words")));
        service.db().sqlQuery("select * from search_word").findEach(row ->
            all.add(row.getInteger("user_id") + row.getString("word") + "|" + row.getString("name") + "|" + row.getLong("others")));
        return all;
    }

    private boolean found(String name) {
        return !program.get("/staff/profiles/?q=" + name).json().get("results").isEmpty();
    }

    private static String row(String username, String name) {
        return "('!', false, '" + username + "', '" + name + "', '', '', false, true, '2020-01-02 03:04:05')";
    }

    /** What the database refuses to whoever keeps the index. */
    private void refuse(String what) {
        sql("create trigger refusing before " + what + " on search_noted "
            + (engine == Engine.SQLITE ? "begin select raise(abort, 'not now'); end"
            : "for each row signal sqlstate '45000' set message_text = 'not now'"));
    }

    private static void let() {
        sql("drop trigger refusing");
    }

    private List<String> triggers() {
        return new ArrayList<>(service.db().sqlQuery(engine == Engine.SQLITE ? "select name from sqlite_master where type = 'trigger'"
            : "select trigger_name from information_schema.triggers where trigger_schema = database()").mapToScalar(String.class)
            .findList());
    }

    private void dropTriggers() {
        triggers().forEach(name -> sql("drop trigger " + name));
    }
}

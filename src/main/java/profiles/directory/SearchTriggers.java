package profiles.directory;

import io.ebean.Database;
import io.ebean.annotation.Platform;
import jakarta.persistence.PersistenceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.database.DatabaseFailure;
import profiles.database.Transactions;
import profiles.profile.Field;
import profiles.profile.Fields;

/**
 * Triggers on Django's tables that record changed users, whichever program changes them. They are created while the service runs, not by a
 * migration: Django drops them when it alters an SQLite table, and MariaDB with a binary log may deny them.
 */
final class SearchTriggers {
    private static final Logger LOG = LoggerFactory.getLogger(SearchTriggers.class);

    /** What an entry holds follows from the fields: with other fields, or other rules, all are looked at again. */
    private static final int RULES = 1;
    /** Long enough that no other program's triggers bear it: what is named so and not wanted, we drop. */
    private static final String PREFIX = "profiles_search_", VERSION = PREFIX + RULES + "_"
        + Integer.toHexString(List.of(Fields.lines().stream().map(Field::name).toList(), Fields.documents().stream().map(Field::name)
        .toList()).hashCode()) + "_";
    private static final String LAST = VERSION + "profile_gone";
    /** Of a user, all that an entry holds; who logs in changes nothing of it. */
    private static final List<String> COLUMNS = List.of("username", "first_name", "last_name", "email", "is_active", "date_joined");

    private final Database db;
    private final boolean sqlite;

    @Inject
    SearchTriggers(Database db) {
        this.db = db;
        this.sqlite = db.platform().base() == Platform.SQLITE;
    }

    /**
     * Makes those that are missing, and notes everybody, since nobody knows who has changed without them; so it does each time where the
     * database refuses them.
     */
    void create() {
        var wanted = definitions();
        var there = names();
        if (there.containsAll(wanted.keySet())) return;
        there.stream().filter(name -> !wanted.containsKey(name))
            .forEach(name -> execute("drop trigger if exists " + name));
        var last = wanted.remove(LAST);
        var made = exist(wanted);
        noteAll();
        // Now that everybody is noted: whoever is cut off before finds it missing, and begins again.
        if (made) exist(Map.of(LAST, last));
    }

    private boolean exist(Map<String, String> triggers) {
        try {
            triggers.forEach((name, text) -> execute("create trigger if not exists " + name + " " + text));
            return true;
        } catch (PersistenceException refused) {
            // A lock, a read-only server or a lost connection passes; a privilege has to be granted.
            if (DatabaseFailure.of(refused) != DatabaseFailure.DENIED) throw refused;
            LOG.warn("The database lets us make no triggers ({}): changes show in the staff's search within the hour. "
                + "Grant TRIGGER and, with a binary log, set log_bin_trust_function_creators.", refused.getMessage());
            return false;
        }
    }

    /** While it waits for a transaction that reads the table, MariaDB lets nobody else read it: so it waits a second only. */
    private void execute(String definition) {
        var sql = sqlite ? definition : "set statement lock_wait_timeout = 1 for " + definition;
        Transactions.repeat(() -> db.sqlUpdate(sql).execute());
    }

    /** Everybody, and whoever is still known but gone; a second or more for a million, in which SQLite lets nobody else write. */
    private void noteAll() {
        var into = sqlite ? "insert or ignore into search_noted (user_id) " : "insert ignore into search_noted (user_id) ";
        for (var from
            : List.of("select id from auth_user",
            "select user_id from search_entry where not exists (select 1 from auth_user where id = user_id)"))
            Transactions.runLong(db, () -> db.sqlUpdate(into + from).execute());
    }

    private List<String> names() {
        var sql = sqlite ? "select name from sqlite_master where type = 'trigger'"
            : "select trigger_name from information_schema.triggers where trigger_schema = database()";
        return Transactions.repeat(() -> db.sqlQuery(sql).mapToScalar(String.class).findList()).stream()
            .filter(name -> name.startsWith(PREFIX)).toList();
    }

    private Map<String, String> definitions() {
        var all = new LinkedHashMap<String, String>();
        all.put(VERSION + "user_new", "after insert on auth_user " + note("new.id"));
        all.put(VERSION + "user_gone", "after delete on auth_user " + note("old.id"));
        all.put(VERSION + "user_other", sqlite ? "after update of " + String.join(", ", COLUMNS) + " on auth_user " + note("new.id")
            : "after update on auth_user for each row if not (" + same()
            + ") then insert ignore into search_noted (user_id) values (new.id); end if");
        all.put(VERSION + "profile_new", "after insert on profiles_profile " + note("new.user_id"));
        all.put(LAST, "after delete on profiles_profile " + note("old.user_id"));
        all.put(VERSION + "profile_other", "after update on profiles_profile " + note("new.user_id"));
        return all;
    }

    private String note(String user) {
        return sqlite ? "begin insert into search_noted (user_id) values (" + user + ") on conflict do nothing; end"
            : "for each row insert ignore into search_noted (user_id) values (" + user + ")";
    }

    /** To the letter: MariaDB's collations find capital and small letters equal. */
    private static String same() {
        return String.join(" and ", COLUMNS.stream().map(column -> "binary old." + column + " <=> binary new." + column).toList());
    }
}

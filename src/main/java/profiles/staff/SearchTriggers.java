package profiles.staff;

import io.ebean.Database;
import io.ebean.annotation.Platform;
import jakarta.persistence.PersistenceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.profile.Field;
import profiles.profile.Fields;

/**
 * Triggers on Django's tables, which note whoever changes, by whatever program. They are made while the service runs and not by a migration:
 * Django drops them when it alters an SQLite table, and a MariaDB with a binary log may refuse them to all but its administrators.
 */
final class SearchTriggers {
    private static final Logger LOG = LoggerFactory.getLogger(SearchTriggers.class);

    /** What an entry holds follows from the fields: with other fields, or other rules, all are looked at again. */
    private static final int RULES = 1;
    /** Long enough that no other program's triggers bear it: what is named so and not wanted, we drop. */
    private static final String PREFIX = "profiles_search_", VERSION = PREFIX + RULES + "_"
        + Integer.toHexString(List.of(Fields.lines().stream().map(Field::name).toList(), Fields.documents().stream().map(Field::name).toList()).hashCode()) + "_";
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

    /** Makes those that are missing, and notes everybody, since nobody knows who has changed without them; so it does each time where the database refuses them. */
    void make() {
        var wanted = wanted();
        var there = names();
        if (there.containsAll(wanted.keySet())) return;
        there.stream().filter(name -> !wanted.containsKey(name)).forEach(name -> db.sqlUpdate("drop trigger if exists " + name).execute());
        var last = wanted.remove(LAST);
        var made = made(wanted);
        noteAll();
        // Now that everybody is noted: whoever is cut off before finds it missing, and begins again.
        if (made) made(Map.of(LAST, last));
    }

    private boolean made(Map<String, String> triggers) {
        try {
            triggers.forEach((name, text) -> db.sqlUpdate("create trigger if not exists " + name + " " + text).execute());
            return true;
        } catch (PersistenceException refused) {
            LOG.warn("The database lets us make no triggers ({}): changes show in the staff's search within the hour. "
                + "Grant TRIGGER and, with a binary log, set log_bin_trust_function_creators.", refused.getMessage());
            return false;
        }
    }

    /** Everybody, and whoever is still known but gone; a second or more for a million, in which SQLite lets nobody else write. */
    private void noteAll() {
        var into = sqlite ? "insert or ignore into search_noted (user_id) " : "insert ignore into search_noted (user_id) ";
        db.sqlUpdate(into + "select id from auth_user").execute();
        db.sqlUpdate(into + "select user_id from search_entry where not exists (select 1 from auth_user where id = user_id)").execute();
    }

    private List<String> names() {
        return db.sqlQuery(sqlite ? "select name from sqlite_master where type = 'trigger'" : "select trigger_name from information_schema.triggers where trigger_schema = database()")
            .mapToScalar(String.class).findList().stream().filter(name -> name.startsWith(PREFIX)).toList();
    }

    private Map<String, String> wanted() {
        var all = new LinkedHashMap<String, String>();
        all.put(VERSION + "user_new", "after insert on auth_user " + note("new.id"));
        all.put(VERSION + "user_gone", "after delete on auth_user " + note("old.id"));
        all.put(VERSION + "user_other", sqlite ? "after update of " + String.join(", ", COLUMNS) + " on auth_user " + note("new.id")
            : "after update on auth_user for each row if not (" + same() + ") then insert ignore into search_noted (user_id) values (new.id); end if");
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

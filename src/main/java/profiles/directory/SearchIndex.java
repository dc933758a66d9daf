package profiles.directory;

import io.ebean.Database;
import io.ebean.annotation.Platform;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.account.query.QUser;
import profiles.database.ConnectionPools;
import profiles.database.Transactions;
import profiles.database.WriteState;

/**
 * The search index of all users, in tables of our own. Triggers record changed users, whichever program changes them (see {@link
 * SearchTriggers}); they are indexed again here.
 */
@Singleton
public final class SearchIndex {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    /** At once: a moment of work, so that nobody waits long for the one writer of SQLite; less where somebody waits for the answer. */
    private static final int PORTION = 500, FEW = 200;

    private final Database db;
    private final WriteState writes;
    private final boolean sqlite;
    private volatile boolean awaitsTriggers;

    @Inject
    public SearchIndex(Database db, ConnectionPools pools) {
        this.db = db;
        this.writes = pools.writes();
        this.sqlite = db.platform().base() == Platform.SQLITE;
    }

    /** Until they are created, users may have changed without a note. */
    void awaitTriggers() {
        awaitsTriggers = true;
    }

    void triggersCreated() {
        awaitsTriggers = false;
    }

    /** Looks at a portion of those who are noted. @return whether there may be more */
    boolean advance() {
        var noted = findNoted(PORTION);
        if (!noted.isEmpty()) indexChanges(noted);
        return noted.size() == PORTION;
    }

    /**
     * The same for who asks, and waits for a few, but not for many: these are by the upkeep, as is what cannot be written now. @return
     * whether some are still noted, or may have changed without a note: these a search may miss
     */
    public boolean refresh() {
        var noted = findNoted(FEW);
        if (noted.isEmpty() || noted.size() == FEW) return awaitsTriggers || !noted.isEmpty();
        // Where the last change has failed, nobody waits for the next to fail.
        if (writes.failure() != null) return true;
        try {
            indexChanges(noted);
        } catch (PersistenceException busy) {
            LOG.debug("the index could not be brought up to date for a search", busy);
        }
        return awaitsTriggers || !findNoted(1).isEmpty();
    }

    private List<Integer> findNoted(int max) {
        return db.sqlQuery("select user_id from search_noted order by user_id limit " + max).mapToScalar(Integer.class).findList();
    }

    /** @param noted when they were read: some may have been looked at since */
    void indexChanges(List<Integer> noted) {
        Transactions.run(db, () -> {
            var users = lockNoted(noted);
            if (users.isEmpty()) return;
            // Before we look: who changes meanwhile is noted again.
            db.sqlUpdate("delete from search_noted where user_id in (:users)").setParameter("users", users).execute();
            var before = entries(users);
            var now = new HashMap<Integer, SearchEntry>();
            new QUser(db).id.in(users).profile.fetch().findEach(user -> now.put(user.id(), SearchEntry.of(user)));
            write(users.stream().filter(user -> !Objects.equals(before.get(user), now.get(user))).toList(), before, now);
        });
    }

    /**
     * Those whom nobody else has looked at meanwhile; nor does he until we have ended, since SQLite has one writer, and MariaDB locks their
     * rows.
     */
    private List<Integer> lockNoted(List<Integer> noted) {
        return db.sqlQuery("select user_id from search_noted where user_id in (:noted) order by user_id" + (sqlite ? "" : " for update"))
            .setParameter("noted", noted).mapToScalar(Integer.class).findList();
    }

    private Map<Integer, SearchEntry> entries(List<Integer> users) {
        var entries = new HashMap<Integer, SearchEntry>();
        db.sqlQuery("select user_id, name, username, joined, words from search_entry where user_id in (:users)")
            .setParameter("users", users)
            .findEach(row -> entries.put(row.getInteger("user_id"),
            new SearchEntry(row.getInteger("user_id"), row.getString("name"), row.getString("username"),
                row.getLong("joined"), words(row.getString("words")))));
        return entries;
    }

    private static Set<String> words(String text) {
        var words = new TreeSet<String>();
        for (var word : text.strip().split(" ")) if (!word.isEmpty()) words.add(word);
        return words;
    }

    private void write(List<Integer> changed, Map<Integer, SearchEntry> before, Map<Integer, SearchEntry> now) {
        if (changed.isEmpty()) return;
        List<Object[]> gone = new ArrayList<>(), added = new ArrayList<>(), entries = new ArrayList<>();
        for (var user : changed) {
            SearchEntry old = before.get(user), fresh = now.get(user);
            if (old != null) old.words().forEach(word -> gone.add(new Object[] {word, old.name(), user}));
            if (fresh == null) continue;
            var digest = SearchBloomFilter.of(fresh.words());
            fresh.words().forEach(word -> added.add(new Object[] {word, fresh.name(), user, digest}));
            entries.add(new Object[] {fresh.name(), user, fresh.username(), fresh.joined(), fresh.text()});
        }
        executeBatch("delete from search_word where word = ? and name = ? and user_id = ?", gone);
        db.sqlUpdate("delete from search_entry where user_id in (:users)").setParameter("users", changed).execute();
        executeBatch("insert into search_word (word, name, user_id, others) values (?, ?, ?, ?)", added);
        executeBatch("insert into search_entry (name, user_id, username, joined, words) values (?, ?, ?, ?, ?)", entries);
    }

    private void executeBatch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) return;
        var update = db.sqlUpdate(sql);
        rows.forEach(row -> update.setParameters(row).addBatch());
        update.executeBatch();
    }
}

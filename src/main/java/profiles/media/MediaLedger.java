package profiles.media;

import io.ebean.Database;
import io.ebean.DuplicateKeyException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.database.Transactions;
import profiles.media.MediaFile.State;
import profiles.media.query.QMediaFile;
import profiles.storage.StoredFile;
import profiles.web.Problem;
import profiles.web.TextRules;

/**
 * The files that the service has stored: each has a row before it is written. Only such files are ever deleted, so that neither a wrong
 * setting nor another program at the same storage can lose a file.
 */
@Singleton
public final class MediaLedger {
    private static final int NAME = 255, AGAIN_SECONDS = 5;

    private final Database db;
    private final Clock clock;

    @Inject
    MediaLedger(Database db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return false when the key is taken */
    boolean reserve(String key, ValidatedUpload document) {
        try {
            return Transactions.repeat(() -> {
                var file = new MediaFile(key, State.RESERVED, clock.instant());
                file.name = TextRules.cut(document.name(), NAME);
                file.type = document.type();
                file.size = document.upload().size();
                file.crc32c = document.crc32c();
                db.insert(file);
                return true;
            });
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /**
     * In the transaction that makes a profile refer to them.
     *
     * @throws Problem 503 when a reservation has lapsed
     */
    public void keep(Collection<String> keys) {
        if (change(keys, State.RESERVED, State.KEPT) < keys.size())
            throw Problem.busy("This took far too long. Try again.", AGAIN_SECONDS);
    }

    /** In the transaction that removes a reference. @return the keys of those files that are in the ledger */
    public List<String> release(List<String> keys) {
        if (change(keys, State.KEPT, State.RELEASED) == keys.size()) return keys;
        return new QMediaFile(db).select(QMediaFile.alias().mediaKey).mediaKey.isIn(keys).state.eq(State.RELEASED)
            .findSingleAttributeList();
    }

    private int change(Collection<String> keys, State from, State to) {
        if (keys.isEmpty()) return 0;
        return new QMediaFile(db).mediaKey.isIn(keys).state.eq(from).asUpdate().set("state", to).set("changed", clock.instant()).update();
    }

    /** @return false, with nothing changed, when it is in another state meanwhile */
    boolean change(MediaFile file, State to) {
        return new QMediaFile(db).mediaKey.eq(file.mediaKey).state.eq(file.state).changed.eq(file.changed).asUpdate()
            .set("state", to).set("changed", clock.instant()).update() == 1;
    }

    /** Files that another program has stored, and that are ours from now on. */
    void adopt(StoredFile found) {
        var file = new MediaFile(found.key(), State.KEPT, clock.instant());
        file.size = found.size();
        db.insert(file);
    }

    Set<String> known(Collection<String> keys) {
        return new QMediaFile(db).select(QMediaFile.alias().mediaKey).mediaKey.isIn(keys).findSingleAttributeSet();
    }

    /** @return in the order of their keys; empty after the last one */
    List<MediaFile> page(String after, Instant changedBefore, int limit) {
        return new QMediaFile(db).mediaKey.greaterThan(after).changed.lessThan(changedBefore).orderBy().mediaKey.asc().setMaxRows(limit)
            .findList();
    }

    /** Removes the row unless it has changed meanwhile. */
    void remove(MediaFile file) {
        Transactions.repeat(() -> new QMediaFile(db).mediaKey.eq(file.mediaKey).state.eq(file.state).changed.eq(file.changed).delete());
    }

    void remove(Collection<String> keys) {
        Transactions.repeat(() -> new QMediaFile(db).mediaKey.isIn(keys).delete());
    }
}

package profiles.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import profiles.backup.TarReader.Entry;
import profiles.Config;
import profiles.data.Migrations;
import profiles.data.Pools;
import profiles.media.Storage;

/**
 * Puts a backup into an empty place. The tables are made as they were when the backup was, then filled, then brought up to date: so an older
 * release's backup takes the same way as its database would. The documents come first, so that no reference ever dangles; the rows come in one
 * transaction. Broken off anywhere, it can be begun again.
 */
public final class Restore {
    private final Config config;
    private final Storage storage;
    private final BackupFile backup;

    public Restore(Config config, Storage storage, BackupFile backup) {
        this.config = config;
        this.storage = storage;
        this.backup = backup;
    }

    /** @param tables those of today, which must be empty @throws NotDone when the place is not empty, or the backup is of a newer release */
    public Copied run(List<String> tables) {
        try {
            EmptyPlace.check(config.database(), tables);
            EmptyPlace.check(storage, backup);
            try (var pools = Pools.open(config.database())) {
                var migrations = new Migrations(pools.writers(), config.database().sqlite());
                check(migrations);
                migrations.runOnly(backup.manifest().steps());
                backup.documents(this::document);
                rows(tables);
                migrations.run();
            }
            return backup.copied();
        } catch (IOException | UncheckedIOException | SQLException | IllegalArgumentException failed) {
            throw new NotDone("Not restored: " + NotDone.reason(failed) + ". What is there already can stay: correct this, and restore again.", failed);
        }
    }

    private void check(Migrations migrations) {
        var steps = backup.manifest().steps();
        var newer = new TreeSet<>(steps);
        newer.removeAll(migrations.versions());
        if (!newer.isEmpty()) throw new NotDone("Nothing was restored: the backup was made by a newer release (its steps " + String.join(", ", newer) + " are not known here).");
        var other = new TreeSet<>(migrations.versions());
        other.removeAll(migrations.missing());
        other.removeAll(steps);
        if (!other.isEmpty()) throw new NotDone("Nothing was restored: the tables in " + config.database() + " are of another release than the backup (" + String.join(", ", other)
            + "). Name a new database.");
    }

    private void document(String key, Entry entry) throws IOException {
        if (create(key, entry) || EmptyPlace.there(storage, key, backup, entry).size() == entry.size()) return;
        // The backup holds all that goes.
        storage.delete(key);
        create(key, entry);
    }

    private boolean create(String key, Entry entry) {
        return storage.create(key, entry.size(), () -> backup.open(entry));
    }

    private void rows(List<String> tables) throws SQLException, IOException {
        try (var load = new Load(config.database(), tables)) {
            load.next(backup.manifest().next());
            backup.tables((table, entry) -> load.piece(table, backup.open(entry)));
            load.commit(backup.copied().rows());
        }
    }
}

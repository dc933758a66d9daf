package profiles.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import profiles.backup.TarReader.Entry;
import profiles.config.Config;
import profiles.database.ConnectionPools;
import profiles.database.Migrations;
import profiles.storage.Storage;

/**
 * Puts a backup into an empty place. The tables are made as they were when the backup was, then filled, then brought up to date: so an
 * older release's backup takes the same way as its database would. The documents come first, so that no reference ever dangles; the rows
 * come in one transaction. Broken off anywhere, it can be begun again: {@link RestoreRecord} tells whether the rows are there.
 */
public final class Restore {
    private final Config config;
    private final Storage storage;
    private final BackupFile backup;
    private final RestoreRecord record;

    public Restore(Config config, Storage storage, BackupFile backup) {
        this.config = config;
        this.storage = storage;
        this.backup = backup;
        this.record = new RestoreRecord(config.database(), backup.sha256());
    }

    /**
     * @param tables those of today, which must be empty, or hold this backup's rows
     * @param say    takes what was there already
     * @throws BackupException when the place is in use, or the backup is of a newer release
     */
    public BackupSummary run(List<String> tables, Consumer<String> say) {
        try {
            var there = rowsThere(tables);
            if (there != null && there.finished() != null) {
                checkDocuments(there);
                say.accept("This backup was restored here already, at " + there.finished() + ". Nothing is left to do.");
                return backup.copied();
            }
            RestoreTargetCheck.check(storage, backup);
            try (var pools = ConnectionPools.open(config.database())) {
                restore(new Migrations(pools.writers(), config.database().sqlite()), tables, there, say);
            }
            record.finish(Instant.now().toString());
            return backup.copied();
        } catch (IOException | UncheckedIOException | SQLException | IllegalArgumentException failed) {
            throw new BackupException("Not restored: " + BackupException.reason(failed)
                + ". What is there already can stay: correct this, and restore again.", failed);
        }
    }

    /** @return null when the database is empty @throws BackupException when it holds anything but the rows of this backup */
    private RestoreRecord.Found rowsThere(List<String> tables) throws SQLException {
        var filled = RestoreTargetCheck.filled(config.database(), tables);
        if (filled == null) return null;
        var there = record.find();
        if (there != null) return there;
        throw new BackupException("Nothing was restored: the database " + config.database() + " is in use (" + filled
            + " has rows). Name an empty one in DATABASE_URL.");
    }

    /** People may have used the service since, or the settings name another place for documents. */
    private void checkDocuments(RestoreRecord.Found there) throws IOException, SQLException {
        var missing = new long[1];
        backup.documents((key, entry) -> {
            if (storage.find(key) == null) missing[0]++;
        });
        if (missing[0] > 0) throw new BackupException("Nothing was restored: this backup was restored into this database already, at "
            + there.finished() + ", and " + missing[0]
            + " of its documents are not where MEDIA_ROOT or MEDIA_STORAGE says. Name the place of that time, or an empty database.");
    }

    private void restore(Migrations migrations, List<String> tables, RestoreRecord.Found there, Consumer<String> say)
        throws IOException, SQLException {
        checkRelease(migrations);
        if (there == null) {
            checkTables(migrations);
            migrations.runOnly(backup.manifest().steps());
        } else {
            say.accept("All rows of this backup are in the database already, since " + there.committed()
                + ": a restore was broken off after that, and goes on.");
        }
        backup.documents(this::document);
        if (there == null) rows(tables);
        migrations.run();
    }

    private void checkRelease(Migrations migrations) {
        var newer = new TreeSet<>(backup.manifest().steps());
        newer.removeAll(migrations.versions());
        if (!newer.isEmpty()) throw new BackupException("Nothing was restored: the backup was made by a newer release (its steps "
            + String.join(", ", newer) + " are not known here).");
    }

    private void checkTables(Migrations migrations) {
        var other = new TreeSet<>(migrations.versions());
        other.removeAll(migrations.missing());
        other.removeAll(backup.manifest().steps());
        if (!other.isEmpty()) throw new BackupException("Nothing was restored: the tables in " + config.database()
            + " are of another release than the backup (" + String.join(", ", other)
            + "). Name a new database.");
    }

    private void document(String key, Entry entry) throws IOException {
        if (create(key, entry) || RestoreTargetCheck.there(storage, key, backup, entry).size() == entry.size()) return;
        // The backup holds all that goes.
        storage.delete(key);
        create(key, entry);
    }

    private boolean create(String key, Entry entry) {
        return storage.create(key, entry.size(), () -> backup.open(entry));
    }

    private void rows(List<String> tables) throws SQLException, IOException {
        record.createTable();
        try (var load = new TableImport(config.database(), tables)) {
            load.next(backup.manifest().next());
            backup.tables((table, entry) -> load.piece(table, backup.open(entry)));
            load.commit(backup.copied().rows(), record, Instant.now().toString());
        }
    }
}

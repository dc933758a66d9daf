package profiles.backup;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.inject.Inject;
import profiles.config.Config;
import profiles.media.DeletionLeases;
import profiles.media.MediaKey;
import profiles.profile.Field;
import profiles.profile.Fields;
import profiles.storage.Storage;
import profiles.web.Json;

/**
 * Copies database and documents into one file, while people go on working. A hold keeps every file from then on; then the database is read
 * as it is at one moment; then come the files that it names: they are all there, whatever was replaced or deleted meanwhile.
 */
public final class Backup {
    private static final String PROFILES = "profiles_profile", STOOD_STILL =
        "the copying stood still for minutes, and documents may have gone meanwhile: try again";

    private static final int WARNINGS = 100;

    private final Config config;
    private final Storage storage;
    private final DeletionLeases leases;
    private final Clock clock;

    @Inject
    Backup(Config config, Storage storage, DeletionLeases leases, Clock clock) {
        this.config = config;
        this.storage = storage;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * @param to     a new file
     * @param tables what is copied of the database
     * @param steps  the migrations that have made it
     * @param warn   takes what somebody should look at
     * @throws BackupException with nothing left behind
     */
    public BackupSummary create(Path to, List<String> tables, List<String> steps, Consumer<String> warn) {
        try {
            DiskSpaceCheck.check(to, config.database(), storage);
            try (var held = leases.take(); var part = PartialFile.of(to)) {
                Runnable lifetime = () -> {
                    if (!held.renew()) throw new BackupException("Nothing was backed up: " + STOOD_STILL + ".");
                };
                var tar = new TarWriter(part.channel(), clock.instant(), lifetime);
                var copied = write(tar, tables, steps, to.toAbsolutePath().getParent(), lifetime, warn);
                BackupFile.verify(part.written(), copied);
                part.publish();
                return copied;
            }
        } catch (IOException | UncheckedIOException | SQLException | PersistenceException failed) {
            throw new BackupException("Nothing was backed up: " + BackupException.reason(failed), failed);
        }
    }

    private BackupSummary write(TarWriter tar, List<String> tables, List<String> steps, Path folder, Runnable lifetime,
        Consumer<String> warn)
        throws SQLException, IOException {
        try (var keys = new KeyList(folder)) {
            var rows = rows(tar, tables, steps, keys);
            var copied = documents(keys, new FileCopier(storage, tar, lifetime), rows, warn);
            lifetime.run();
            tar.add(Manifest.End.NAME, Json.bytes(new Manifest.End(tar.checksum(), rows, copied.documents(), copied.bytes(),
                copied.missing())));
            tar.finish();
            return copied;
        }
    }

    private long rows(TarWriter tar, List<String> tables, List<String> steps, KeyList keys) throws SQLException, IOException {
        var rows = 0L;
        try (var snapshot = DatabaseSnapshot.of(config.database())) {
            var next = new LinkedHashMap<String, Long>();
            for (var table : tables) next.put(table, snapshot.next(table));
            next.values().removeIf(id -> id == 0);
            var release = getClass().getPackage().getImplementationVersion();
            tar.add(Manifest.NAME, Json.bytes(new Manifest(Manifest.FORMAT, release, clock.instant().toString(), steps, next)));
            for (var table : tables) rows += table(tar, table, snapshot, keys);
        }
        return rows;
    }

    private long table(TarWriter tar, String table, DatabaseSnapshot snapshot, KeyList keys) throws SQLException {
        var documents = table.equals(PROFILES) ? Fields.documents().stream().map(Field::name).collect(Collectors.toSet()) : Set.of();
        var pieces = new int[1];
        return new TableExport(table, config.database().sqlite(),
            piece -> tar.add(Manifest.TABLES + table + "/" + ++pieces[0] + ".jsonl", piece), (column, text) -> {
            if (documents.contains(column) && !MediaKey.normalized(text).isEmpty()) keys.add(MediaKey.normalized(text));
        }).of(snapshot);
    }

    private static BackupSummary documents(KeyList keys, FileCopier copier, long rows, Consumer<String> warn) throws IOException {
        var count = new long[3];
        keys.forEach(key -> {
            var size = copier.copy(key);
            if (size < 0) {
                if (count[2]++ < WARNINGS) warn.accept("A profile names " + key.replaceAll("\\p{C}", "?") + ", which is not there.");
            } else {
                count[0]++;
                count[1] += size;
            }
        });
        // Whoever forgets a setting must not learn it when the backup is needed.
        if (count[2] > 0 && count[0] == 0) throw new BackupException("Nothing was backed up: profiles name documents (" + count[2]
            + "), and none of them is there. Is the place in MEDIA_ROOT or MEDIA_STORAGE the right one?");
        if (count[2] > WARNINGS) warn.accept((count[2] - WARNINGS) + " more are not there.");
        return new BackupSummary(rows, count[0], count[1], count[2]);
    }
}

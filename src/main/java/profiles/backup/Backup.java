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
import profiles.Config;
import profiles.media.Holds;
import profiles.media.Storage;
import profiles.profile.Field;
import profiles.profile.Fields;
import profiles.web.Json;

/**
 * Copies database and documents into one file, while people go on working. A hold keeps every file from then on; then the database is read as it
 * is at one moment; then come the files that it names: they are all there, whatever was replaced or deleted meanwhile.
 */
public final class Backup {
    private static final String PROFILES = "profiles_profile", STOOD_STILL = "the copying stood still for minutes, and documents may have gone meanwhile: try again";

    private static final int WARNINGS = 100;

    private final Config config;
    private final Storage storage;
    private final Holds holds;
    private final Clock clock;

    @Inject
    Backup(Config config, Storage storage, Holds holds, Clock clock) {
        this.config = config;
        this.storage = storage;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * @param to     a new file
     * @param tables what is copied of the database
     * @param steps  the migrations that have made it
     * @param warn   takes what somebody should look at
     * @throws NotDone with nothing left behind
     */
    public Copied make(Path to, List<String> tables, List<String> steps, Consumer<String> warn) {
        try {
            Space.check(to, config.database(), storage);
            try (var held = holds.take(); var part = PartFile.of(to); var keys = new KeyList(to.toAbsolutePath().getParent())) {
                Runnable stay = () -> {
                    if (!held.renew()) throw new NotDone("Nothing was backed up: " + STOOD_STILL + ".");
                };
                var tar = new TarWriter(part.channel(), clock.instant(), stay);
                var rows = rows(tar, tables, steps, keys);
                var copied = documents(keys, new Copying(storage, tar, stay), rows, warn);
                stay.run();
                tar.add(Manifest.End.NAME, Json.bytes(new Manifest.End(tar.sum(), rows, copied.documents(), copied.bytes(), copied.missing())));
                tar.finish();
                part.finish();
                return copied;
            }
        } catch (IOException | UncheckedIOException | SQLException | PersistenceException failed) {
            throw new NotDone("Nothing was backed up: " + NotDone.reason(failed), failed);
        }
    }

    private long rows(TarWriter tar, List<String> tables, List<String> steps, KeyList keys) throws SQLException, IOException {
        var rows = 0L;
        try (var snapshot = Snapshot.of(config.database())) {
            var next = new LinkedHashMap<String, Long>();
            for (var table : tables) next.put(table, snapshot.next(table));
            next.values().removeIf(id -> id == 0);
            var release = getClass().getPackage().getImplementationVersion();
            tar.add(Manifest.NAME, Json.bytes(new Manifest(Manifest.FORMAT, release, clock.instant().toString(), steps, next)));
            for (var table : tables) rows += table(tar, table, snapshot, keys);
        }
        return rows;
    }

    private long table(TarWriter tar, String table, Snapshot snapshot, KeyList keys) throws SQLException {
        var documents = table.equals(PROFILES) ? Fields.documents().stream().map(Field::name).collect(Collectors.toSet()) : Set.of();
        var pieces = new int[1];
        return new Dump(table, config.database().sqlite(), piece -> tar.add(Manifest.TABLES + table + "/" + ++pieces[0] + ".jsonl", piece), (column, text) -> {
            if (documents.contains(column) && !text.isEmpty()) keys.add(text);
        }).of(snapshot);
    }

    private static Copied documents(KeyList keys, Copying copying, long rows, Consumer<String> warn) throws IOException {
        var count = new long[3];
        keys.each(key -> {
            var size = copying.copy(key);
            if (size < 0) {
                if (count[2]++ < WARNINGS) warn.accept("A profile names " + key.replaceAll("\\p{C}", "?") + ", which is not there.");
            } else {
                count[0]++;
                count[1] += size;
            }
        });
        // Whoever forgets a setting must not learn it when the backup is needed.
        if (count[2] > 0 && count[0] == 0) throw new NotDone("Nothing was backed up: profiles name documents (" + count[2] + "), and none of them is there. Is the place in MEDIA_ROOT or MEDIA_STORAGE the right one?");
        if (count[2] > WARNINGS) warn.accept((count[2] - WARNINGS) + " more are not there.");
        return new Copied(rows, count[0], count[1], count[2]);
    }
}

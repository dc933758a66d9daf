package profiles.backup;

import java.io.IOException;
import java.nio.channels.Channels;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import profiles.config.DatabaseConfig;
import profiles.database.ConnectionPools;
import profiles.profile.Fields;
import profiles.storage.Storage;
import profiles.storage.StoredFile;

/** Nothing is ever restored over something. Documents that a restore left which was broken off are those of the backup, and may stay. */
final class RestoreTargetCheck {
    private RestoreTargetCheck() {
    }

    /** @return a table that has rows; null when there is none */
    static String filled(DatabaseConfig database, List<String> tables) throws SQLException {
        try (var connection = ConnectionPools.connect(database); var statement = connection.createStatement()) {
            for (var table : tables) {
                try (var there = connection.getMetaData().getTables(connection.getCatalog(), null, table, null)) {
                    if (!there.next()) continue;
                }
                try (var rows = statement.executeQuery("select 1 from " + table + " limit 1")) {
                    if (rows.next()) return table;
                }
            }
        }
        return null;
    }

    /** @throws BackupException when a document is there that is not the backup's */
    static void check(Storage storage, BackupFile backup) throws IOException, SQLException {
        var there = new long[1];
        for (var folder : Fields.folders()) storage.list(folder, file -> there[0]++);
        if (there[0] == 0) return;
        backup.documents((key, entry) -> {
            if (storage.find(key) == null) return;
            there(storage, key, backup, entry);
            if (Fields.folders().contains(key.substring(0, Math.max(0, key.lastIndexOf('/'))))) there[0]--;
        });
        if (there[0] > 0) throw new BackupException("Nothing was restored: where documents are kept there are others already (" + there[0]
            + " in " + String.join(", ", Fields.folders())
            + "). Name an empty place in MEDIA_ROOT or MEDIA_STORAGE.");
    }

    /**
     * @return what the key holds: that of the backup, or on a disk its beginning, as a restore that was killed leaves it @throws
     * BackupException when it is anything else
     */
    static StoredFile there(Storage storage, String key, BackupFile backup, TarReader.Entry entry) throws IOException {
        var file = storage.find(key);
        var fits = file != null && (file.size() == entry.size() || file.size() < entry.size() && !storage.deletesLate());
        if (fits && same(storage, file, backup, entry)) return file;
        throw new BackupException("Not restored: the document " + key.replaceAll("\\p{C}", "?")
            + " is there already, and is another one. Remove it, or name an empty place.");
    }

    /** As far as the file goes. */
    private static boolean same(Storage storage, StoredFile file, BackupFile backup, TarReader.Entry entry) throws IOException {
        var ours = new byte[32 * 1024];
        var theirs = new byte[ours.length];
        try (var channel = storage.read(file.key(), 0, file.size()); var there = Channels.newInputStream(channel); var here = backup.open(
            entry)) {
            for (int read = there.readNBytes(theirs, 0, theirs.length); read > 0; read = there.readNBytes(theirs, 0, theirs.length))
                if (here.readNBytes(ours, 0, read) < read || !Arrays.equals(ours, 0, read, theirs, 0, read)) return false;
        }
        return true;
    }
}

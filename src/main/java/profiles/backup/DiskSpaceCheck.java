package profiles.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import profiles.config.DatabaseConfig;
import profiles.profile.Fields;
import profiles.storage.Storage;

/** Whether a backup has a chance: it is a matter of hours where there is much, and is not to end on a full disk. */
final class DiskSpaceCheck {
    private static final long MEGABYTE = 1024 * 1024;

    private DiskSpaceCheck() {
    }

    /** @throws BackupException when the name is taken, or there is no room for the documents and an SQLite database as they are now */
    static void check(Path to, DatabaseConfig database, Storage storage) throws IOException {
        var folder = to.toAbsolutePath().getParent();
        if (Files.exists(to)) throw new BackupException("Nothing was backed up: " + to + " is there already.");
        if (!Files.isDirectory(folder)) throw new BackupException("Nothing was backed up: there is no folder " + folder + ".");
        if (!Files.isWritable(folder)) throw new BackupException("Nothing was backed up: the folder " + folder + " cannot be written.");
        var needed = new long[] {database.sqlite() ? Files.size(Path.of(database.file())) : 0};
        for (var field : Fields.folders()) storage.list(field, file -> needed[0] += file.size());
        var there = Files.getFileStore(folder).getUsableSpace();
        if (needed[0] <= there) return;
        throw new BackupException("Nothing was backed up: it needs about " + needed[0] / MEGABYTE + " MB, and there is room for "
            + there / MEGABYTE + " MB in " + folder + ".");
    }
}

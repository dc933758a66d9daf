package profiles.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import profiles.config.DatabaseConfig;
import profiles.config.FilePermissions;

/** The file of an SQLite database: it holds password hashes. SQLite gives the permissions of this file to its journals. */
public final class SqliteFile {
    private SqliteFile() {
    }

    /** Makes an empty one for its owner alone, unless it is there: SQLite would make one that everybody may read. */
    public static void create(DatabaseConfig database) throws IOException {
        var file = Path.of(database.file()).toAbsolutePath();
        if (Files.exists(file)) return;
        try {
            FilePermissions.OWNER.createFile(file);
        } catch (FileAlreadyExistsException another) {
            // Another copy of the service starts.
        }
    }
}

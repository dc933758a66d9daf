package profiles.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library. The driver unpacks it to load it, by itself into /tmp, which may be mounted noexec. Here it lies beside the
 * database for a moment, and is gone once it is loaded: so a killed service leaves none behind.
 */
public final class SqliteNativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteNativeLibrary.class);
    private static boolean loaded;

    private SqliteNativeLibrary() {
    }

    /**
     * Does so once.
     *
     * @param database its file
     * @throws IOException when the folder of the file is not there, or nothing can be written in it
     */
    public static synchronized void load(String database) throws IOException {
        if (loaded) return;
        // Windows keeps a library that is in use, and knows no noexec: there the driver has its way.
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) loadBeside(Path.of(database).toAbsolutePath());
        loaded = true;
    }

    /** The driver's own way compares what it has unpacked byte by byte, which is half of the time that this takes. */
    private static void loadBeside(Path database) throws IOException {
        var folder = folderIn(database.getParent());
        var name = LibraryLoaderUtil.getNativeLibName();
        System.setProperty("org.sqlite.tmpdir", folder.toString());
        try (var library = SqliteNativeLibrary.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (library != null) {
                Files.copy(library, folder.resolve(name));
                System.setProperty("org.sqlite.lib.path", folder.toString());
            }
            SQLiteJDBCLoader.initialize();
        } catch (IOException refused) {
            throw new IOException("cannot write in " + folder.getParent(), refused);
        } catch (Exception failed) {
            throw new IOException("SQLite's library cannot be loaded", failed);
        } finally {
            System.clearProperty("org.sqlite.lib.path");
            remove(folder);
        }
    }

    private static Path folderIn(Path parent) throws IOException {
        try {
            return Files.createTempDirectory(parent, ".sqlite");
        } catch (IOException refused) {
            throw new IOException("cannot write in " + parent, refused);
        }
    }

    private static void remove(Path folder) {
        try {
            try (var files = Files.newDirectoryStream(folder)) {
                for (var file : files) Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException harmless) {
            LOG.debug("{} stays", folder, harmless);
        }
    }
}

package profiles.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.inject.Inject;
import profiles.Config;
import profiles.DatabaseConfig;

/**
 * What only one copy of the service does at a time, of all on one database. It saves work and no more: what is done so must be harmless when
 * two do it, since a lock goes with its connection.
 */
public final class OneCopy {
    /** For each database of a server: its locks are the server's. A name has an end, and a database's may be as long. */
    private static final String LOCK = "concat('profiles_daily_', md5(database()))";

    private final DatabaseConfig database;

    @Inject
    OneCopy(Config config) {
        this.database = config.database();
    }

    /** @return false, with nothing done, while another copy is at it */
    public boolean does(Runnable work) {
        return database.sqlite() ? withFile(work) : withConnection(work);
    }

    /** A file of its own: closing any channel to the database's file would drop SQLite's locks. */
    private boolean withFile(Runnable work) {
        var file = Path.of(database.file() + "-daily");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            if (lock == null) return false;
            work.run();
            return true;
        } catch (OverlappingFileLockException here) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A connection of its own, so that a long work takes none from the pools. */
    private boolean withConnection(Runnable work) {
        try (var connection = DriverManager.getConnection(database.url(), database.login()); var statement = connection.createStatement();
             var locked = statement.executeQuery("select get_lock(" + LOCK + ", 0)")) {
            locked.next();
            if (!locked.getBoolean(1)) return false;
            work.run();
            return true;
        } catch (SQLException failed) {
            throw new IllegalStateException("the lock of the daily work cannot be asked for", failed);
        }
    }
}

package profiles.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import profiles.config.DatabaseConfig;
import profiles.database.ConnectionPools;

/** What an upload cannot do without: writes 1 MB, syncs it and its folder, commits its name, removes the one before. */
final class Storing implements Loop.Each {
    /** A table of its own: what profiles name must be there. */
    private static final String TABLE = "create table if not exists bench (id integer not null primary key, cv varchar(100))",
        SQL = "update bench set cv = ? where id = ?";

    private final HikariDataSource writers;
    private final boolean sqlite;
    private final Path folder;
    private final byte[] document = Site.pdf(1 << 20);
    private final AtomicLong count = new AtomicLong(System.nanoTime());
    private final Path[] last = new Path[Site.PEOPLE];

    Storing(String url, Path folder) throws IOException, SQLException {
        var database = new DatabaseConfig(url, "root", "");
        this.sqlite = database.sqlite();
        this.writers = ConnectionPools.open(database).writers();
        this.folder = Files.createDirectories(folder);
        try (var connection = writers.getConnection(); var statement = connection.createStatement()) {
            statement.execute(TABLE);
            for (int i = 0; i < last.length; i++) statement.execute("insert into bench values (" + i + ", '')");
            if (!sqlite) connection.commit();
        }
    }

    @Override
    public void once(int thread) throws Exception {
        var file = folder.resolve(count.incrementAndGet() + ".pdf");
        try (var to = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            to.write(ByteBuffer.wrap(document));
            to.force(true);
        }
        try (var directory = FileChannel.open(folder)) {
            directory.force(true);
        }
        try (var connection = writers.getConnection(); var statement = connection.prepareStatement(SQL)) {
            statement.setString(1, "cvs/" + file.getFileName());
            statement.setInt(2, thread);
            statement.executeUpdate();
            if (!sqlite) connection.commit();
        }
        if (last[thread] != null) Files.delete(last[thread]);
        last[thread] = file;
    }
}

package profiles.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connects to a database of SQLite, with {@link StatementCache}. */
final class SqliteDataSource extends SQLiteDataSource {

    SqliteDataSource(String url, SQLiteConfig config) {
        super(config);
        // Ebean asks for them itself; the driver would leave a statement open with each insert.
        config.setGetGeneratedKeys(false);
        setUrl(url);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return StatementCache.of(new SqliteConnection(getUrl(), getConfig().toProperties()));
    }
}

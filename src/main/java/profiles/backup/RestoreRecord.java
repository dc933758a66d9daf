package profiles.backup;

import java.sql.Connection;
import java.sql.SQLException;
import profiles.config.DatabaseConfig;
import profiles.database.ConnectionPools;

/**
 * Which backup the rows of a database come from. The row is committed together with them, so that a restore that was killed later than that
 * can be told from a database in use, and goes on.
 */
final class RestoreRecord {
    static final String TABLE = "backup_restored";

    private final DatabaseConfig database;
    private final String sha256;

    /** @param sha256 of the backup */
    RestoreRecord(DatabaseConfig database, String sha256) {
        this.database = database;
        this.sha256 = sha256;
    }

    /** @param committed when its rows were, in UTC @param finished when all else was; null when the restore was broken off before */
    record Found(String committed, String finished) { }

    /** @return null when another backup was restored here, or none */
    Found find() throws SQLException {
        try (var connection = connect()) {
            try (var there = connection.getMetaData().getTables(connection.getCatalog(), null, TABLE, null)) {
                if (!there.next()) return null;
            }
            try (var query = connection.prepareStatement("select committed, finished from " + TABLE + " where sha256 = ?")) {
                query.setString(1, sha256);
                try (var rows = query.executeQuery()) {
                    return rows.next() ? new Found(rows.getString(1), rows.getString(2)) : null;
                }
            }
        }
    }

    /** Before the transaction begins: MariaDB would commit it. */
    void createTable() throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute("create table if not exists " + TABLE
                + " (sha256 varchar(64) not null primary key, committed varchar(40) not null, finished varchar(40))");
        }
    }

    /** In the transaction of the rows. */
    void save(Connection transaction, String now) throws SQLException {
        try (var statement = transaction.createStatement(); var insert = transaction.prepareStatement("insert into " + TABLE
            + " (sha256, committed) values (?, ?)")) {
            statement.execute("delete from " + TABLE);
            insert.setString(1, sha256);
            insert.setString(2, now);
            insert.executeUpdate();
        }
    }

    void finish(String now) throws SQLException {
        try (var connection = connect(); var update = connection.prepareStatement("update " + TABLE
            + " set finished = ? where sha256 = ?")) {
            update.setString(1, now);
            update.setString(2, sha256);
            update.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        return ConnectionPools.connect(database);
    }
}

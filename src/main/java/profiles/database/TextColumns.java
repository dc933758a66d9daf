package profiles.database;

import io.ebean.Database;
import java.sql.SQLException;
import java.util.Objects;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * Which texts the columns can hold. With a character that a charset does not have, MariaDB answers writes and comparisons with an error.
 */
@Singleton
public final class TextColumns {
    private final Database db;
    private final boolean allHold;

    @Inject
    TextColumns(Database db, ConnectionPools pools) {
        this.db = db;
        this.allHold = db.platform().base() == io.ebean.annotation.Platform.SQLITE || allHold(pools);
    }

    private static boolean allHold(ConnectionPools pools) {
        try (var connection = pools.writers().getConnection()) {
            return DatabaseCharset.allHold(connection);
        } catch (SQLException unknown) {
            return false;
        }
    }

    /** Asks the database where a column may be of another charset: the table may have been converted meanwhile. */
    public boolean holds(String table, String column, String text) {
        if (allHold || text.chars().allMatch(c -> c < 128)) return true;
        var charset = db.sqlQuery(
            "select character_set_name from information_schema.columns where table_schema = database() and table_name = ? and "
            + "column_name = ?")
            .setParameters(table, column).mapToScalar(String.class).findOne();
        if (charset == null || charset.equals("utf8mb4")) return true;
        // Binary, since a collation may find the question mark equal that stands for what is lost.
        var same = db.sqlQuery("select binary convert(convert(? using " + charset + ") using utf8mb4) = binary ?").setParameters(text, text)
            .mapToScalar(Integer.class).findOne();
        return Objects.equals(same, 1);
    }
}

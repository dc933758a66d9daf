package profiles.database;

import java.sql.SQLException;

/** A commit failed, or the connection was lost during it: it is unknown whether the transaction was stored. */
public final class CommitFailedException extends SQLException {

    CommitFailedException(SQLException cause) {
        super("It is unknown whether the transaction was stored", cause.getSQLState(), cause.getErrorCode(), cause);
    }
}

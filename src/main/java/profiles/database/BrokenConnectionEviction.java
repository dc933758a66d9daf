package profiles.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Evicts a connection from its pool after a failure that makes it unusable. */
final class BrokenConnectionEviction implements SQLExceptionOverride {

    private final Consumer<DatabaseFailure> met;

    /** @param met takes each failure that is the database's */
    BrokenConnectionEviction(Consumer<DatabaseFailure> met) {
        this.met = met;
    }

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        var kind = DatabaseFailure.of(failure);
        if (kind == null || !kind.breaksConnection(failure)) return Override.CONTINUE_EVICT;
        met.accept(kind);
        return Override.MUST_EVICT;
    }
}

package profiles;

import io.ebean.Database;
import io.javalin.http.Context;
import java.util.Map;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.web.Problem;

/** Tells whether the service can do its work. */
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final Database db;

    @Inject
    Health(Database db) {
        this.db = db;
    }

    void answer(Context ctx) {
        try {
            db.sqlQuery("select 1").mapToScalar(Integer.class).findOne();
        } catch (RuntimeException unreachable) {
            LOG.warn("the database cannot be reached", unreachable);
            throw Problem.busy("The database cannot be reached.", 5);
        }
        ctx.json(Map.of("status", "ok"));
    }
}

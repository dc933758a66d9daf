package profiles;

import io.ebean.Database;
import io.javalin.http.Context;
import javax.inject.Inject;

/** Tells whether the service can do its work. */
final class Health {
    private final Database db;

    @Inject
    Health(Database db) {
        this.db = db;
    }

    record State(String status) {
    }

    /** 200, or the 503 that any request gets while the database cannot be reached. */
    void answer(Context ctx) {
        db.sqlQuery("select 1").mapToScalar(Integer.class).findOne();
        ctx.json(new State("ok"));
    }
}

package profiles.database;

import io.ebean.DataIntegrityException;
import io.ebean.Database;
import io.ebean.DatabaseBuilder;
import io.ebean.platform.mariadb.MariaDbPlatform;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Ebean, set up alike for the service and for the generator of its migrations. */
public final class EbeanSetup {

    private EbeanSetup() {
    }

    public static DatabaseBuilder of(boolean sqlite, List<Class<?>> entities) {
        var classes = new ArrayList<>(entities);
        if (sqlite) classes.addAll(List.of(DjangoTime.class, DjangoDate.class));
        return Database.builder().name("profiles").classes(classes).loadModuleInfo(false)
            .databasePlatform(sqlite ? new SqliteDialect() : new MariaDbPlatform())
            .dataTimeZone("UTC").disableL2Cache(true)
            .ddlGenerate(false).ddlRun(false).runMigration(false)
            .register(false).defaultDatabase(false);
    }

    /** Whether a row could not go because another refers to it; SQLite tells it of Django's deferred keys only at the commit. */
    public static boolean isForeignKeyViolation(PersistenceException failed) {
        return failed instanceof DataIntegrityException
            || failed.getCause() instanceof SQLiteException told && told.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_FOREIGNKEY;
    }
}

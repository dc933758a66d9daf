package profiles.profile;

import io.ebean.Database;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.database.TextColumns;
import profiles.media.DeletionLeases;
import profiles.media.MediaReferences;
import profiles.web.Visitor;

/** The documents that profiles refer to. */
public final class ProfileReferences implements MediaReferences {
    private final Database db;
    private final DeletionLeases leases;
    private final TextColumns columns;

    @Inject
    ProfileReferences(Database db, DeletionLeases leases, TextColumns columns) {
        this.db = db;
        this.leases = leases;
        this.columns = columns;
    }

    @Override
    public boolean isReadable(String key, Visitor visitor) {
        return isOwn(key, (Member) visitor) || visitor.isStaff() && referenced(List.of(key)).contains(key);
    }

    /** Of the profile that came with the session: an owner's download asks the database no more. */
    private static boolean isOwn(String key, Member member) {
        var profile = member.user().profile();
        return profile != null && Fields.documents().stream().anyMatch(field -> field.value(profile).equals(key));
    }

    @Override
    public Set<String> referenced(Collection<String> keys) {
        var found = new HashSet<String>();
        for (var field : Fields.documents()) {
            var held = keys.stream().filter(key -> columns.holds("profiles_profile", field.name(), key)).toList();
            if (held.isEmpty()) continue;
            var sql = "select " + field.name() + " from profiles_profile where " + field.name() + " in (:keys)";
            found.addAll(db.sqlQuery(sql).setParameter("keys", held).mapToScalar(String.class).findList());
        }
        return found;
    }

    @Override
    public boolean hasAny() {
        return Fields.documents().stream().anyMatch(field ->
            db.sqlQuery("select 1 from profiles_profile where " + field.name() + " > '' limit 1").mapToScalar(Integer.class)
                .findOne() != null);
    }

    @Override
    public boolean held() {
        return leases.any();
    }

    @Override
    public boolean isDjangoDatabase() {
        try (var connection = db.dataSource().getConnection();
             var tables = connection.getMetaData().getTables(connection.getCatalog(), null, "django_migrations", null)) {
            return tables.next();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public List<String> folders() {
        return Fields.folders();
    }
}

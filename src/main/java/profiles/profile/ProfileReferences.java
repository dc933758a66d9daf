package profiles.profile;

import io.ebean.Database;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.media.Holds;
import profiles.media.References;
import profiles.web.Visitor;

/** The documents that profiles refer to. */
public final class ProfileReferences implements References {
    private final Database db;
    private final Holds holds;

    @Inject
    ProfileReferences(Database db, Holds holds) {
        this.db = db;
        this.holds = holds;
    }

    @Override
    public boolean readable(String key, Visitor visitor) {
        return own(key, (Member) visitor) || visitor.staff() && among(List.of(key)).contains(key);
    }

    /** Of the profile that came with the session: an owner's download asks the database no more. */
    private static boolean own(String key, Member member) {
        var profile = member.user().profile();
        return profile != null && Fields.documents().stream().anyMatch(field -> field.value(profile).equals(key));
    }

    @Override
    public Set<String> among(Collection<String> keys) {
        var found = new HashSet<String>();
        for (var field : Fields.documents()) {
            var sql = "select " + field.name() + " from profiles_profile where " + field.name() + " in (:keys)";
            found.addAll(db.sqlQuery(sql).setParameter("keys", keys).mapToScalar(String.class).findList());
        }
        return found;
    }

    @Override
    public boolean any() {
        return Fields.documents().stream().anyMatch(field ->
            db.sqlQuery("select 1 from profiles_profile where " + field.name() + " > '' limit 1").mapToScalar(Integer.class).findOne() != null);
    }

    @Override
    public boolean held() {
        return holds.any();
    }

    @Override
    public List<String> folders() {
        return Fields.folders();
    }
}

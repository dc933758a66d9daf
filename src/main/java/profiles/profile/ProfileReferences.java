package profiles.profile;

import io.ebean.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.database.TextColumns;
import profiles.media.MediaKey;
import profiles.media.MediaReferences;
import profiles.web.Visitor;

/** The documents that profiles refer to. */
public final class ProfileReferences implements MediaReferences {
    private final Database db;
    private final TextColumns columns;

    @Inject
    ProfileReferences(Database db, TextColumns columns) {
        this.db = db;
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
        var sql = new StringJoiner(" union all ");
        var texts = new ArrayList<Object>();
        for (var field : Fields.documents()) {
            var held = MediaKey.spellings(keys).stream().filter(key -> columns.holds("profiles_profile", field.name(), key)).toList();
            if (held.isEmpty()) continue;
            sql.add("select " + field.name() + " from profiles_profile where " + field.name() + " in ("
                + String.join(", ", Collections.nCopies(held.size(), "?")) + ")");
            texts.addAll(held);
        }
        if (texts.isEmpty()) return Set.of();
        // The column's collation may find others equal.
        return db.sqlQuery(sql.toString()).setParameters(texts.toArray()).mapToScalar(String.class).findList().stream()
            .map(MediaKey::normalized).filter(keys::contains).collect(Collectors.toSet());
    }

    @Override
    public void forEach(Consumer<String> each) {
        for (var field : Fields.documents())
            db.sqlQuery("select " + field.name() + " from profiles_profile where " + field.name() + " > ''").mapToScalar(String.class)
                .findEach(each);
    }

    @Override
    public List<String> folders() {
        return Fields.folders();
    }
}

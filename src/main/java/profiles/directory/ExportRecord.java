package profiles.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import profiles.account.User;
import profiles.media.MediaUrl;
import profiles.profile.DocumentField;
import profiles.profile.Field;
import profiles.profile.Fields;
import profiles.web.Timestamp;

/** What an export says of somebody, by the names of its columns: the account, and each field of the profile. */
final class ExportRecord {
    /** In the order of the columns. */
    static final List<String> NAMES = Stream.of(List.of("id", "username", "email"), Fields.ALL.stream().map(Field::name).toList(),
        List.of("active", "staff", "joined", "last_login")).flatMap(List::stream).toList();

    private ExportRecord() {
    }

    /** A document is its URL; null where there is none, and in all fields of who has no profile yet. */
    static Map<String, Object> of(User user, String origin) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", user.id());
        values.put("username", user.username());
        values.put("email", user.email());
        for (var field : Fields.ALL) values.put(field.name(), user.profile() == null ? null
            : value(field, field.value(user.profile()), origin));
        values.put("active", user.isActive());
        values.put("staff", user.isStaff());
        values.put("joined", Timestamp.of(user.joined()));
        values.put("last_login", Timestamp.of(user.lastLogin()));
        return values;
    }

    private static Object value(Field field, String text, String origin) {
        if (!(field instanceof DocumentField)) return field.json(text);
        return text.isEmpty() ? null : origin + MediaUrl.path(text);
    }
}

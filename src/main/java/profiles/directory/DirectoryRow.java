package profiles.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;
import profiles.account.User;
import profiles.media.MediaUrl;
import profiles.profile.Fields;
import profiles.staff.Members;
import profiles.web.Nullable;
import profiles.web.TextRules;
import profiles.web.Timestamp;

/**
 * Somebody in the directory.
 *
 * @param url       of the member's page
 * @param fullName  of the profile, or as Django's administration has it; "" for none
 * @param documents the URLs of those that are there, by the names of their fields
 */
public record DirectoryRow(int id, String url, String username, String fullName, String email, boolean active, boolean staff,
                           @Nullable Timestamp joined, @Nullable Timestamp lastLogin, Map<String, String> documents) {

    static DirectoryRow of(User user, String origin) {
        return new DirectoryRow(user.id(), origin + Members.urlOf(user), user.username(), name(user), user.email(), user.isActive(),
            user.isStaff(),
            Timestamp.of(user.joined()), Timestamp.of(user.lastLogin()), documents(user, origin));
    }

    /** The name for people; "" if unknown. */
    static String name(User user) {
        var own = user.profile() == null ? "" : TextRules.strip(user.profile().fullName());
        return own.isEmpty() ? user.djangoFullName() : own;
    }

    /** How the row begins: by the name, or where there is none, by the user name. */
    @JsonIgnore
    public String title() {
        if (!fullName.isEmpty()) return fullName;
        return TextRules.isInvisible(username) ? "#" + id : username;
    }

    private static Map<String, String> documents(User user, String origin) {
        var documents = new LinkedHashMap<String, String>();
        if (user.profile() == null) return documents;
        for (var field : Fields.documents()) {
            var key = field.value(user.profile());
            if (!key.isEmpty()) documents.put(field.name(), origin + MediaUrl.path(key));
        }
        return documents;
    }
}

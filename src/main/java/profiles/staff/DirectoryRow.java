package profiles.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;
import profiles.account.User;
import profiles.media.MediaUrl;
import profiles.profile.Fields;
import profiles.web.Moment;
import profiles.web.OrNull;

/**
 * Somebody in the directory.
 *
 * @param url       of the member's page
 * @param fullName  of the profile, or as Django's administration has it; "" for none
 * @param documents the URLs of those that are there, by the names of their fields
 */
public record DirectoryRow(int id, String url, String username, String fullName, String email, boolean active, boolean staff, Moment joined,
                           @OrNull Moment lastLogin, Map<String, String> documents) {

    static DirectoryRow of(User user, String origin) {
        return new DirectoryRow(user.id(), origin + Members.home(user), user.username(), name(user), user.email(), user.active(), user.staff(),
            Moment.of(user.joined()), Moment.of(user.lastLogin()), documents(user, origin));
    }

    /** By which people call him; "" when it is not known. */
    static String name(User user) {
        var own = user.profile() == null ? "" : user.profile().fullName();
        return own.isEmpty() ? user.djangoName() : own;
    }

    /** How the row begins: by the name, or where there is none, by the user name. */
    @JsonIgnore
    public String title() {
        return fullName.isEmpty() ? username : fullName;
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
